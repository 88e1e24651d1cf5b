/** Free texts, apart from the events: of an erased one only its id and hash are left. */
export default [
  `create table texts (
    id uuid primary key,
    content text,
    salt text,
    sha256 text not null,
    check ((content is null) = (salt is null))
  )`,
];
