#!/bin/sh
# Run once, by the image, when the database is new: the owner of the schema, and the application, which may neither change nor
# remove an event. The owner grants it what it needs (throughline migrate).
set -eu
secret() { cat "${SECRETS:-/run/secrets}/$1"; }
psql --quiet --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  --set database="$POSTGRES_DB" \
  --set owner_password="$(secret postgres-owner-password)" \
  --set app_password="$(secret postgres-app-password)" <<'SQL'
create role throughline_owner login password :'owner_password';
create role throughline_app login password :'app_password';
alter database :"database" owner to throughline_owner;
revoke all on database :"database" from public;
grant connect on database :"database" to throughline_app;
revoke all on schema public from public;
SQL
