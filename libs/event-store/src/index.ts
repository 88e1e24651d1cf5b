export * from './port.js';
export * from './sql/rows.js';
export * from './sql/sql.js';
