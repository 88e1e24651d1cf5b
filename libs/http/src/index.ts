export { headers } from './door/headers.js';
export { JSON_BODY } from './door/json-body.js';
export { onlyKnownMethods } from './door/methods.js';
export { boundConnections } from './door/sockets.js';
export { CommandsModule, HttpModule } from './http.module.js';
export {
  hasExpired,
  type NamedToken,
  NamedTokens,
  TOKENS_FOLDER,
  type TokenMade,
  type TokenWanted,
} from './identity/named-tokens.js';
export { OWNER_TOKEN_FILE, OwnerToken } from './identity/owner-token.js';
export { ROLES, type Role } from './identity/roles.js';
export { API, ROUTES, templateOf } from './identity/routes.js';
export { type RateLimits, signIn } from './identity/sign-in.js';
export { describedAt } from './openapi/serve.js';
export { type RecordAct, recordOver } from './record.js';
