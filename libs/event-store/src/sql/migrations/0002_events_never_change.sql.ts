/**
 * What is recorded stays. The trigger holds for every role, a superuser's session in replica mode included; that the
 * role itself lacks the right is the second lock.
 */
export default [
  `create function refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception 'events are never changed: % on % is refused', tg_op, tg_table_name
      using errcode = 'TL002', hint = 'record a correction instead';
  end
  $$`,
  `create trigger events_never_change before update or delete or truncate on events
    for each statement execute function refuse_change()`,
  `alter table events enable always trigger events_never_change`,
  `revoke update, delete, truncate on events from public, current_user`,
];
