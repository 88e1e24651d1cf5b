/**
 * Free texts, apart from the events because they can be erased. What remains of an erased one is its id and hash, so
 * that the reference in the event still finds something and a replay does not bring the text back.
 */
export default [
  `create table texts (
    id uuid primary key,
    content text,
    salt text check (salt ~ '^[0-9a-f]{32}$'),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    check ((content is null) = (salt is null))
  )`,
];
