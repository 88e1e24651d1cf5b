export * from './folder-files.js';
export * from './media-type.js';
export * from './named.js';
export * from './people.js';
export { NOBODY_ELSE, type Sharing } from './sharing.js';
