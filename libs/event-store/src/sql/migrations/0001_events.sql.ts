/**
 * The ledger's id and its events. The body is text, never jsonb: jsonb reorders keys and refuses \u0000, and these
 * bytes are hashed. There is no head row and no sequence: a row that every append updates rots while any snapshot is
 * open, and a sequence leaves gaps and hands out numbers before commit.
 */
export default [
  `create table ledger (
    only_one boolean primary key default true check (only_one),
    id uuid not null default gen_random_uuid()
  )`,
  `insert into ledger default values`,
  `create table events (
    position bigint constraint events_position_key primary key check (position > 0),
    stream text not null,
    revision bigint not null check (revision >= 0),
    id uuid not null constraint events_id_key unique,
    type text not null,
    partnership_id text,
    command_id text not null,
    recorded_at timestamptz(3) not null,
    body text not null,
    constraint events_stream_revision_key unique (stream, revision)
  )`,
  `create index events_by_partnership on events (partnership_id, position) where partnership_id is not null`,
];
