-- The overview adds up all documents of a connection, and a running sync is watched: neither reads
-- the documents themselves.
create index document_to_add_up on document (connection, purpose, currency)
  include (posted_total) where state = 'posted';
create index document_newest on document (connection, (coalesce(posted_at, sent_at)) desc, id desc)
  where state <> 'dropped' and coalesce(posted_at, sent_at) is not null;
create index shop_order_by_change on shop_order (connection, (greatest(received_at, changed_at)));
