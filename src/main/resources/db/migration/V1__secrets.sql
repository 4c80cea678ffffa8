-- Short texts that nobody may read here: connection secrets, encrypted under their own name.
create table secret (
  name       text primary key,
  value      bytea       not null,
  updated_at timestamptz not null
);
