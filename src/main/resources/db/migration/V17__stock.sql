-- What an update or a person took the place of: quantities on hand that were read before are as of it.
create table document_former (
  document    bigint not null references document on delete cascade,
  plan        text not null,
  since       timestamptz not null,
  until       timestamptz not null
);
create index document_former_of on document_former (document);

-- Which products are sold from which stock: the keys of stock_level.sells.
create table stock_sells (
  shop        text not null,
  realm       text not null,
  -- the stock
  product     text not null,
  -- the product that is sold from it
  sold        text not null,
  primary key (shop, realm, product, sold),
  foreign key (shop, realm, product) references stock_level on delete cascade
);
create index stock_sells_by_sold on stock_sells (shop, realm, sold);
insert into stock_sells (shop, realm, product, sold)
select shop, realm, product, jsonb_object_keys(sells::jsonb) from stock_level;
create index stock_taken_by_time on stock_taken (shop, realm, kept_at);

alter table stock_level
  -- pieces that orders had taken from it when it was decided about
  add column taken numeric not null default 0,
  -- what was written over was read then, or later
  add column looked_at timestamptz;
-- When the shop was read last, by our clock.
alter table stock_course add column looked_at timestamptz;

-- What came of a quantity has words of its own: moved (the shop has another one by now), not-counted, gone.
alter table stock_change drop constraint stock_change_state_check;
alter table stock_change add constraint stock_change_state_check check (state in
  ('sending', 'written', 'refused', 'unanswered', 'moved', 'not-counted', 'gone'));
