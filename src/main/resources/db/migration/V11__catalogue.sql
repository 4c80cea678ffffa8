-- The shop's products and variations as they were read last, and what was settled with their items.
create table product (
  shop          text not null,
  realm         text not null,
  -- the shop's id, "12/34" of a variation
  product       text not null,
  connection    text not null,
  sku           text not null,
  name          text not null,
  type          text not null,
  status        text not null,
  price         numeric,
  currency      text,
  gross         boolean not null,
  taxable       boolean not null,
  stocked       boolean not null,
  -- read (to be decided), create, update (to be written), writing (on the wire), same, left
  state         text not null default 'read'
                check (state in ('read', 'create', 'update', 'writing', 'same', 'left')),
  -- why it is left, or a part of it
  because       text not null default '',
  facts         text not null default '{}',
  -- QuickBooks' id of its item, what the shop said when it was settled, how QuickBooks kept it
  item          text not null default '',
  sent          text not null default '{}',
  kept          text not null default '{}',
  -- how often an answer was lost since it was written last
  tries         integer not null default 0,
  -- what was written last, and when
  written       text not null default '',
  written_at    timestamptz,
  primary key (shop, realm, product)
);
create index product_by_state on product (shop, realm, state);
create index product_by_sku on product (shop, realm, sku) where sku <> '';

-- How far each shop's catalogue was read.
create table product_cursor (
  shop          text not null,
  realm         text not null,
  read_until    timestamptz not null,
  primary key (shop, realm)
);
