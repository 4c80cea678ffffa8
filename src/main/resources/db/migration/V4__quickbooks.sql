-- Who is signed in to which company, and what we know of its lists.

create table quickbooks_company (
  realm         text primary key,
  -- signed-in, signed-out (a person must sign in), stopped (a person must act in QuickBooks)
  state         text not null check (state in ('signed-in', 'signed-out', 'stopped')),
  because       text not null default '',
  refresh_token bytea not null,
  refresh_until timestamptz not null,
  -- the five-year end that refreshing does not move
  hard_until    timestamptz,
  access_token  bytea,
  access_until  timestamptz not null default '-infinity',
  refreshed_at  timestamptz not null,
  -- the company is left in peace until then
  resting_until timestamptz not null default '-infinity',
  changes_until timestamptz,
  lists_read_at timestamptz
);

-- Which company a shop was connected to, where the connection file does not say it.
create table quickbooks_connected (
  shop          text primary key,
  realm         text not null
);

create table quickbooks_mirror (
  realm         text not null,
  entity        text not null,
  id            text not null,
  name          text not null,
  full_name     text not null default '',
  sku           text not null default '',
  email         text not null default '',
  active        boolean not null,
  json          text not null,
  primary key (realm, entity, id)
);
create index mirror_by_name on quickbooks_mirror (realm, entity, lower(name));
create index mirror_by_full_name on quickbooks_mirror (realm, entity, lower(full_name));
create index mirror_by_sku on quickbooks_mirror (realm, sku) where sku <> '';
create index mirror_by_email on quickbooks_mirror (realm, lower(email)) where email <> '';

-- The governor's buckets (Bucket4j), shared by all processes.
create table quickbooks_bucket (
  id            text primary key,
  state         bytea,
  expires_at    bigint
);
