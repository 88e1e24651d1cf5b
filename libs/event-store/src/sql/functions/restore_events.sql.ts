/**
 * Puts events back verbatim, onto the end of the log only: for the replay of a journal and for restore.
 * Raises TL003 where a row is not the next of the log and of its stream, or was recorded before the row before it.
 * The owner runs it, in a schema where the application may make functions: what it calls it names as `append_events` does.
 */
export default `
create or replace function restore_events(
  positions bigint[], streams text[], revisions bigint[], ids uuid[], types text[], partnership_ids text[],
  command_ids text[], recorded timestamptz[], bodies text[]
) returns void
language plpgsql as $$
declare
  last_position bigint;
  last_recorded timestamptz;
  wrong record;
begin
  perform pg_catalog.pg_advisory_xact_lock(x'7468726f75676864'::bigint # 'events'::regclass::oid::bigint);
  select e.position, e.recorded_at into last_position, last_recorded from events e order by e.position desc limit 1;

  select r.* into wrong from (
    select given.*,
      coalesce(last_position, 0) + given.n as next_position,
      coalesce((select e.revision from events e where e.stream = given.stream order by e.revision desc limit 1), -1)
        + pg_catalog.row_number() over (partition by given.stream order by given.n) as next_revision,
      pg_catalog.lag(given.recorded_at, 1, last_recorded) over (order by given.n) as recorded_before
    from unnest(positions, streams, revisions, recorded) with ordinality as given (position, stream, revision, recorded_at, n)
  ) r
  where r.position <> r.next_position or r.revision <> r.next_revision or r.recorded_at < r.recorded_before
  order by r.n limit 1;
  if found then
    raise exception 'position % (% revision %) is not the next: position % and revision % are, recorded no earlier than %',
      wrong.position, wrong.stream, wrong.revision, wrong.next_position, wrong.next_revision, wrong.recorded_before
      using errcode = 'TL003';
  end if;

  insert into events (position, stream, revision, id, type, partnership_id, command_id, recorded_at, body)
  select given.* from unnest(positions, streams, revisions, ids, types, partnership_ids, command_ids, recorded, bodies) as given;
end
$$`;
