export * from './csv.js';
export * from './days.js';
export * from './document.js';
export * from './markdown.js';
export * from './names.js';
export * from './review.js';
export * from './text.js';
