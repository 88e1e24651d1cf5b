# What the how-to pages type with: bash, curl and Node. `api` and `token` are set before this is read.

# ask <path>: reads.
ask() { curl -sS -H "Authorization: Bearer $token" "$api$1"; }

# tell <path> <body> [what else curl is to take]: records, with a new key for each act.
tell() {
  curl -sS -H "Authorization: Bearer $token" -H "Content-Type: application/json" \
    -H "Idempotency-Key: $(node -p 'crypto.randomUUID()')" "${@:3}" -d "$2" "$api$1"
}

# pick <expression>: takes something out of an answer.
pick() { node -p "const answer = JSON.parse(require('fs').readFileSync(0, 'utf8')); $1"; }

partnership=$(ask /partnerships | pick 'answer.items[0].partnershipId')

# party <name>, role <title>, commitment <first words>: the id of each.
party() { ask "/partnerships/$partnership/parties" | pick "answer.items.find(({ name }) => name === '$1').partyId"; }
role() { ask "/partnerships/$partnership/roles" | pick "answer.items.find(({ title }) => title === '$1').roleId"; }
commitment() {
  ask "/partnerships/$partnership/commitments" |
    pick "answer.items.find(({ terms }) => terms.statement.startsWith('$1')).commitmentId"
}

# hand <name> <party> <person>: makes a token of their own for somebody of a party.
hand() {
  tell /tokens '{ "name": "'"$1"'", "role": "member", "personId": "'"$3"'",
    "member": { "partnershipId": "'"$partnership"'", "partyId": "'"$2"'" } }' | pick answer.token
}
