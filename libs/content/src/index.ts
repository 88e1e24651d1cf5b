export * from './folder-files.js';
export * from './media-type.js';
export * from './named.js';
