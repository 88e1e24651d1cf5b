/**
 * How the imports stand that were begun over HTTP: any process of the ledger tells it, also of one that was killed. `holder`
 * is the process that works on it, `touched_at` when it last said so.
 */
export default [
  `create table imports (
    id uuid primary key,
    partnership uuid not null,
    digest text not null,
    dry_run boolean not null,
    state text not null check (state in ('waiting', 'running', 'done', 'failed', 'stopped')),
    done integer not null,
    total integer not null,
    result text,
    problem text,
    holder uuid not null,
    touched_at timestamptz not null default now()
  )`,
  'create index imports_by_age on imports (touched_at)',
];
