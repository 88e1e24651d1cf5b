/**
 * Who alone does a thing for now. Renewing moves `until` and waits for nobody; taking over moves `epoch`, which is of a key:
 * only that waits for transactions of the holder before it, which lock the key (`for key share`, see `requireHeld`).
 */
export default [
  `create table leases (
    name text not null,
    epoch bigint not null check (epoch > 0),
    holder text not null,
    until timestamptz not null,
    constraint leases_name_key primary key (name),
    constraint leases_name_epoch_key unique (name, epoch)
  )`,
];
