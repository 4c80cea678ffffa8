-- What came, what was planned, what was sent, and what came of it.

-- One order of a shop, as it was last received, for one company.
create table shop_order (
  shop        text not null,
  realm       text not null,
  order_id    text not null,
  connection  text not null,
  number      text not null,
  status      text not null,
  currency    text not null,
  total       numeric not null,
  created_at  timestamptz not null,
  raw         text not null,
  hash        text not null,
  -- received: to be planned; waiting: not a sale yet; left-out: never a sale; booked: has documents; held: needs a person
  state       text not null check (state in ('received', 'waiting', 'left-out', 'booked', 'held')),
  because     text not null default '',
  -- rises with each change and each claim, so that no two plannings are taken for one
  attempt     integer not null default 0,
  mapping     text not null default '',
  claimed_until timestamptz not null default '-infinity',
  received_at timestamptz not null,
  changed_at  timestamptz not null,
  primary key (shop, realm, order_id)
);
create index shop_order_to_plan on shop_order (connection, created_at) where state = 'received';
create index shop_order_by_day on shop_order (connection, created_at);

-- One document of one key, for good: the guard against doubles (DESIGN 4.3).
create table document (
  id          bigint generated always as identity primary key,
  shop        text not null,
  realm       text not null,
  purpose     text not null,
  kind        text not null,
  shop_id     text not null,
  order_id    text not null,
  connection  text not null,
  number      text not null default '',
  dated       date,
  currency    text not null,
  total       numeric not null,
  treatment   text not null default '',
  -- the document as the books want it; absent where we only know that it is in QuickBooks
  plan        text,
  -- planned: to be sent; sending: on the wire; doubtful: nobody knows; posted: in the books; held: needs a person
  state       text not null check (state in ('planned', 'sending', 'doubtful', 'posted', 'held')),
  attempt     integer not null default 0,
  repairs     text[] not null default '{}',
  due_at      timestamptz not null,
  request_id  text,
  sent_at     timestamptz,
  quickbooks_id text not null default '',
  sync_token  text not null default '',
  -- QuickBooks' own JSON of it after our last write: what a person changed since shows against it
  stored      text,
  posted_total numeric,
  posted_at   timestamptz,
  constraint one_document_per_key unique (shop, realm, purpose, shop_id)
);
create index document_to_send on document (realm, due_at) where state in ('planned', 'sending', 'doubtful');
create index document_of_order on document (shop, realm, order_id);
create index document_in_quickbooks on document (realm, kind, quickbooks_id);

-- Documents that must be in the books first.
create table document_need (
  document    bigint not null references document on delete cascade,
  purpose     text not null,
  shop_id     text not null,
  primary key (document, purpose, shop_id)
);

-- Every request to QuickBooks that writes documents, exactly as sent: committed before sending.
create table request (
  id          text primary key,
  realm       text not null,
  path        text not null,
  body        text not null,
  sent_at     timestamptz not null,
  answered_at timestamptz,
  status      integer,
  answer      text
);
create table request_document (
  request     text not null references request on delete cascade,
  document    bigint not null references document on delete cascade,
  primary key (request, document)
);
create index request_of_document on request_document (document);

-- What needs a person, and what became of it.
create table hold (
  id          bigint generated always as identity primary key,
  connection  text not null,
  shop        text not null,
  realm       text not null,
  order_id    text not null,
  -- 'order', 'refund <id>' or 'document <id>'
  subject     text not null,
  document    bigint references document on delete cascade,
  why         text not null,
  facts       text not null,
  currency    text not null,
  amount      numeric not null,
  since       timestamptz not null,
  ended_at    timestamptz,
  -- retried, ignored or resolved
  ended_by    text,
  note        text not null default ''
);
create unique index one_open_hold on hold (shop, realm, order_id, subject) where ended_at is null;
create index hold_of_connection on hold (connection) where ended_at is null;

-- The first document of each kind and tax treatment goes alone (DESIGN 4.5).
create table canary (
  shop        text not null,
  realm       text not null,
  kind        text not null,
  treatment   text not null,
  document    bigint not null references document on delete cascade,
  -- out: sent, no answer yet; good: its total was right; bad: its total was wrong
  state       text not null check (state in ('out', 'good', 'bad')),
  primary key (shop, realm, kind, treatment)
);

create table history (
  id          bigint generated always as identity primary key,
  shop        text not null,
  realm       text not null,
  order_id    text not null,
  at          timestamptz not null,
  what        text not null,
  detail      text not null default ''
);
create index history_of_order on history (shop, realm, order_id, id);

create table run (
  id          bigint generated always as identity primary key,
  connection  text not null,
  started_at  timestamptz not null,
  ended_at    timestamptz,
  -- what went wrong with the run as a whole, if anything: shop-unreachable, not-signed-in …
  trouble     text not null default '',
  trouble_detail text not null default ''
);
create index run_of_connection on run (connection, id desc);

-- How far a shop was read for a company. Moves only after what it covers is stored.
create table cursor (
  shop        text not null,
  realm       text not null,
  read_until  timestamptz not null,
  primary key (shop, realm)
);

-- Who works on what. Free when its time is over.
create table lease (
  name        text primary key,
  holder      text not null,
  held_until  timestamptz not null
);

-- Camel's idempotent repositories: the doors (DESIGN 4.4).
create table camel_messageprocessed (
  processorname text not null,
  messageid   text not null,
  createdat   timestamp not null,
  primary key (processorname, messageid)
);

-- Orders that a delivery named, to be read again soon.
create table hint (
  connection  text not null,
  order_id    text not null,
  noted_at    timestamptz not null,
  primary key (connection, order_id)
);
