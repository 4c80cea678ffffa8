-- What people changed in QuickBooks since we wrote a document, as far as it moves money or days:
-- what change data capture told of it. Absent: nothing, or our next write made it plain again.
alter table document
  add column seen_total numeric,
  add column seen_date date,
  add column seen_at timestamptz;

-- What is out of order beyond single sales, told once to those who get the report: a run that did
-- not happen, a sign-in that ended.
create table incident (
  connection  text not null,
  -- missed-run, signed-out
  kind        text not null check (kind in ('missed-run', 'signed-out')),
  -- when the run was due; when it was noticed that nobody is signed in
  since       timestamptz not null,
  detail      text not null default '',
  ended_at    timestamptz,
  -- when its beginning and its end were mailed
  told_at     timestamptz,
  end_told_at timestamptz,
  -- who mails it has until then
  claimed_until timestamptz not null default '-infinity',
  primary key (connection, kind, since)
);
create unique index one_open_incident on incident (connection, kind) where ended_at is null;

-- How far each connection's daily report told, and for which day it went out last.
create table daily_report (
  connection  text primary key,
  told_day    date,
  told_until  timestamptz,
  claimed_until timestamptz not null default '-infinity'
);

-- Links in mails that do one thing, once: kept by the hash of what is in them.
create table action_link (
  hash        bytea primary key,
  action      text not null check (action in ('retry', 'ignore')),
  connection  text not null,
  hold        bigint not null references hold on delete cascade,
  made_at     timestamptz not null,
  expires_at  timestamptz not null,
  used_at     timestamptz
);
create index action_link_by_end on action_link (expires_at);
