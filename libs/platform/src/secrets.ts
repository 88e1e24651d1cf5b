/** A token as it is made here: a name or an id, a dot, and 256 bits in base64url. */
const TOKEN = /\b[a-z0-9][a-z0-9-]{0,39}\.[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/g;

/**
 * The same words without any token that came into them by mistake: in an address, a name, the message of a driver.
 * Nothing here says a token on purpose; this is for what somebody else made of it.
 */
export function withoutTokens(text: string): string {
  return text.replace(TOKEN, '[token]');
}
