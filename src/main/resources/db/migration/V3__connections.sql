-- When each connection is to sync next, and whether people let it.
create table schedule (
  connection  text primary key,
  -- as its file says them, so that a change is noticed
  cron        text not null,
  time_zone   text not null,
  -- absent: never
  due_at      timestamptz,
  last_started_at timestamptz,
  enabled     boolean not null default true
);

-- From which day a shop is carried whose file does not say it.
create table shop_start (
  shop        text primary key,
  start_date  date not null
);
