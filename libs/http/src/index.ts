export { CommandsModule, HttpModule } from './http.module.js';
export { OWNER_TOKEN_FILE, OwnerToken } from './identity/owner-token.js';
export { type RecordAct, recordOver } from './record.js';
