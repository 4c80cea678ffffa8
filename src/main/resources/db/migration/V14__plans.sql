-- Plans that a person was shown, what each was made of, and which were carried out.
create table plan (
  fingerprint text primary key,
  connection  text not null,
  made_at     timestamptz not null,
  -- hashes of both sides, so that a plan that no longer fits can say which one moved
  shop        text not null,
  company     text not null,
  mappings    text not null,
  choices     text not null,
  documents   text not null,
  applied_at  timestamptz
);
create index plan_of_connection on plan (connection);
