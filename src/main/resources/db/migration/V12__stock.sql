-- Quantities are as they were when they were asked for.
alter table quickbooks_mirror add column asked_at timestamptz not null default '-infinity';
-- When all inventory items were read last.
alter table quickbooks_company add column quantities_read_at timestamptz;

-- Whatever has a stock of its own in the shop, as it was read last, and what was decided about it.
create table stock_level (
  shop          text not null,
  realm         text not null,
  -- the shop's id, "12/34" of a variation
  product       text not null,
  connection    text not null,
  name          text not null,
  -- the products that are sold from it, with their SKUs
  sells         text not null,
  counted       boolean not null,
  quantity      numeric,
  read_at       timestamptz not null,
  -- QuickBooks' ids of their items
  items         text not null default '',
  -- what the shop should have
  wanted        numeric,
  -- what both sides had when they agreed last, with all that was sold until then put back
  agreed        numeric,
  -- read (to be decided), same, write, writing (on the wire), confirm (a person decides), left
  state         text not null default 'read'
                check (state in ('read', 'same', 'write', 'writing', 'confirm', 'left')),
  because       text not null default '',
  facts         text not null default '{}',
  written_at    timestamptz,
  primary key (shop, realm, product)
);
create index stock_level_by_state on stock_level (shop, realm, state);

-- How far each shop's stock was read, and since when QuickBooks' quantities may be written to it.
create table stock_course (
  shop          text not null,
  realm         text not null,
  read_until    timestamptz,
  whole_at      timestamptz,
  orders_until  timestamptz,
  begun_at      timestamptz,
  primary key (shop, realm)
);

-- How many pieces each order has taken off the shop's shelf, and not given back.
create table stock_taken (
  shop          text not null,
  realm         text not null,
  order_id      text not null,
  product       text not null,
  sku           text not null,
  pieces        numeric not null,
  ordered_at    timestamptz not null,
  kept_at       timestamptz not null,
  primary key (shop, realm, order_id, product)
);
create index stock_taken_by_product on stock_taken (shop, realm, product);

-- Every quantity that was written to a shop, with what was there before.
create table stock_change (
  id            bigint generated always as identity primary key,
  shop          text not null,
  realm         text not null,
  connection    text not null,
  product       text not null,
  name          text not null,
  before        numeric,
  after         numeric not null,
  decided_at    timestamptz not null,
  -- sending, written, refused, unanswered
  state         text not null check (state in ('sending', 'written', 'refused', 'unanswered')),
  said          text not null default ''
);
create index stock_change_of_connection on stock_change (connection, id desc);
