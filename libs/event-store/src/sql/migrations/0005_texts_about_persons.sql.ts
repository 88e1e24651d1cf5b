/**
 * Whom a text is about, where it is an entry of the directory of persons: of each person at most one is not erased.
 * The directory is made of texts because it must be as durable as they are, and as thoroughly erased.
 */
export default [
  'alter table texts add column about uuid',
  'create unique index texts_about_now on texts (about) where about is not null and content is not null',
  'create index texts_about on texts (about) where about is not null',
];
