-- Which orders tell of which payments: an order that appears later may tell of a payment that was
-- booked without it.
create table order_payment (
  shop        text not null,
  realm       text not null,
  -- the id of the payment at the cashier
  payment     text not null,
  order_id    text not null,
  primary key (shop, realm, payment, order_id)
);
insert into order_payment (shop, realm, payment, order_id)
select distinct o.shop, o.realm, charge->>'transactionId', o.order_id
from shop_order o
cross join json_array_elements(o.raw::json->'charges') charge
where o.raw like '{"source":%' and o.state = 'booked' and charge->>'transactionId' is not null;
