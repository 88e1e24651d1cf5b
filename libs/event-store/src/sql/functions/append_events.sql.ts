/**
 * Appends a batch: at most one append per stream, each judged by itself. One statement, outside any transaction.
 *
 * In: per append its stream and what it expects (-1 no stream, -2 any, -3 a stream that exists, else the revision);
 * per event, in order, the append it belongs to (from 1) and its place in it (from 1).
 * Out: per append, in order, the revision its stream had, whether it was accepted, the position before the batch and
 * the instant of recording. Accepted events have the positions after that one, in order, without a gap.
 * Raises TL001 where an event id is already recorded: that is no conflict of revisions, and hiding it would lose a write;
 * TL004 where the command of an append (of its first event) is recorded on another stream: a command id lives in one (R14).
 * What it calls it names by its schema: the role that appends may put functions in the way whose types fit better. Only
 * `unnest` of several arrays has no such name; the parser itself takes it for that of the catalogue.
 * No sequential scans: a plan that is made while the table is small is kept, and would scan it for ever.
 */
export default `
create or replace function append_events(
  streams text[], expected bigint[],
  appends integer[], places integer[], ids uuid[], types text[], partnership_ids text[], command_ids text[], bodies text[]
) returns table (was_at bigint, accepted boolean, after_position bigint, recorded_at text)
language plpgsql set enable_seqscan = off as $$
declare
  last_position bigint;
  last_recorded timestamptz;
  recorded timestamptz;
  revisions bigint[];
  verdicts boolean[];
  elsewhere text;
  broken text;
begin
  -- A snapshot from before the lock would hide what the last holder wrote.
  if pg_catalog.current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'append_events needs read committed isolation' using errcode = '25001';
  end if;
  -- Whoever holds this numbers the log; it is let go after the commit, so commit order is position order.
  perform pg_catalog.pg_advisory_xact_lock(x'7468726f75676864'::bigint # 'events'::regclass::oid::bigint);

  select e.position, e.recorded_at into last_position, last_recorded from events e order by e.position desc limit 1;
  last_position := coalesce(last_position, 0);
  -- now() is the transaction's start; the clock of the moment follows the append, and never runs back.
  recorded := greatest(pg_catalog.date_trunc('milliseconds', pg_catalog.clock_timestamp()), last_recorded);

  select pg_catalog.array_agg(coalesce(
      (select e.revision from events e where e.stream = s.name order by e.revision desc limit 1), -1) order by s.n)
    into revisions
    from pg_catalog.unnest(streams) with ordinality as s (name, n);
  select pg_catalog.array_agg(case a.wanted when -2 then true when -3 then a.actual >= 0 else a.actual = a.wanted end order by a.n)
    into verdicts
    from unnest(expected, revisions) with ordinality as a (wanted, actual, n);

  -- Under the lock, so that of two that come at one instant on two streams the second sees the first.
  select e.command_id into elsewhere
    from unnest(appends, places, command_ids) as given (append, place, command_id)
    join events e on e.command_id = given.command_id and e.stream <> streams[given.append]
    where given.place = 1 and verdicts[given.append]
    limit 1;
  if found then
    raise exception 'command % is recorded on another stream', elsewhere using errcode = 'TL004';
  end if;

  begin
    insert into events (position, stream, revision, id, type, partnership_id, command_id, recorded_at, body)
    select last_position + pg_catalog.row_number() over (order by e.n), streams[e.append], revisions[e.append] + e.place,
      e.id, e.type, e.partnership_id, e.command_id, recorded, e.body
    from unnest(appends, places, ids, types, partnership_ids, command_ids, bodies)
      with ordinality as e (append, place, id, type, partnership_id, command_id, body, n)
    where verdicts[e.append];
  exception when unique_violation then
    get stacked diagnostics broken = constraint_name;
    if broken = 'events_id_key' then
      raise exception 'an event with this id is already recorded' using errcode = 'TL001', detail = sqlerrm;
    end if;
    raise;
  end;

  return query
    select a.actual, a.verdict, last_position,
      pg_catalog.to_char(recorded at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    from unnest(revisions, verdicts) with ordinality as a (actual, verdict, n)
    order by a.n;
end
$$`;
