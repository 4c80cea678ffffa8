-- Signing in on Intuit's page: what was begun, and what came of it. Of what addresses and browsers
-- carry, only hashes are kept.
create table quickbooks_sign_in (
  id            bigint generated always as identity primary key,
  connection    text not null,
  person        text not null,
  -- of the address that a terminal printed; null where it was begun on a page
  ticket_hash   bytea unique,
  -- null until a browser was sent to Intuit
  state_hash    bytea unique,
  browser_hash  bytea,
  redirect_uri  text not null default '',
  expires_at    timestamptz not null,
  -- the state is good once
  taken_at      timestamptz,
  outcome       text not null default 'begun',
  realm         text not null default '',
  company       text not null default '',
  -- nobody was signed in to that company before
  company_new   boolean not null default false
);
create index quickbooks_sign_in_browser on quickbooks_sign_in (browser_hash, id);

-- Sign-ins that were ended here and that QuickBooks is yet to be told of.
create table quickbooks_to_revoke (
  realm         text primary key,
  token         bytea not null
);

alter table quickbooks_company
  alter column refresh_token drop not null,
  add column signed_in_at timestamptz,
  -- when QuickBooks first refused the sign-in; null while it did not
  add column refused_at timestamptz;
