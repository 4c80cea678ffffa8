-- Products that were sold under the default item, because no item of the company matches them.
create table product_without_item (
  shop        text not null,
  realm       text not null,
  order_id    text not null,
  -- the shop's id, "12/34" of a variation; the name of a product that the shop forgot
  product     text not null,
  connection  text not null,
  sku         text not null,
  name        text not null,
  currency    text not null,
  money       numeric not null,
  -- an item matches by now: nothing is left to do but to move what was posted, if a person wants it
  matched     boolean not null default false,
  primary key (shop, realm, order_id, product)
);
create index product_without_item_of_connection on product_without_item (connection, product);
create index product_without_item_by_product on product_without_item (shop, realm, product);

-- A person wants what was posted of the order under this item moved to the items that match now: its
-- next planning follows although the shop changed nothing.
alter table shop_order add column move_from text not null default '';
