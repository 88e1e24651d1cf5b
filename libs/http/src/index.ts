export { httpApplication, recorder, type Serving } from './application.js';
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
export type { RateLimits } from './identity/sign-in.js';
export { type Draining, drain, listen, toldToStop } from './listening.js';
export { recordOver } from './record.js';
export { isServed, SERVES, type Serves } from './serves.js';
export { type Duty, runService } from './service.js';
