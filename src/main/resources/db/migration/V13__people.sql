-- Who may open the console.
create table person (
  id          bigint generated always as identity primary key,
  name        text not null,
  email       text not null default '',
  -- hashed, with the name of the way in front
  password    text not null,
  role        text not null check (role in ('viewer', 'operator')),
  since       timestamptz not null,
  -- when password or role changed: sessions from before end
  changed_at  timestamptz not null
);
create unique index one_person_per_name on person (lower(name));

-- What an account becomes that is made with the link. One from the terminal may also give an
-- account a new password: whoever reads the terminal owns the installation.
delete from sign_in_link;
alter table sign_in_link
  add column role text not null check (role in ('viewer', 'operator')),
  add column from_terminal boolean not null;

-- Sign-ins that failed lately, by name and by address.
create table sign_in_failure (
  who         text not null,
  at          timestamptz not null
);
create index sign_in_failure_by_who on sign_in_failure (who, at);
