-- Lists of sales are read page by page, and searched, over many orders.

-- Who bought, as far as the order could be read.
alter table shop_order add column customer text not null default '';

drop index shop_order_by_day;
create index shop_order_by_page on shop_order (connection, created_at, order_id);
create index shop_order_by_number on shop_order (connection, lower(number) text_pattern_ops);
create index shop_order_by_total on shop_order (connection, total);
create index shop_order_by_customer on shop_order using gin (to_tsvector('simple', customer));
create index shop_order_by_state on shop_order (connection, state, created_at)
  where state <> 'booked';

create index document_by_number on document (connection, lower(number) text_pattern_ops)
  where number <> '';
create index document_by_total on document (connection, total);
create index document_by_kind on document (connection, kind, shop, realm, order_id);
create index document_open on document (connection, state) where state not in ('posted', 'dropped');
create index document_by_posting on document (connection, posted_at);

create index hold_that_was_ignored on hold (connection, ended_at) where ended_by = 'ignored';
