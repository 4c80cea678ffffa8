-- One-time sign-in links to the console, by the hash of what is in them.
create table sign_in_link (
  hash        bytea primary key,
  made_at     timestamptz not null,
  expires_at  timestamptz not null,
  used_at     timestamptz
);
