export * from './port.js';
export * from './sql/sql.js';
