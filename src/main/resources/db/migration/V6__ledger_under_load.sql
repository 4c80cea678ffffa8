-- Documents that wait longer each time, go alone, or are not wanted any more; and indexes by which
-- no step of the loop reads more than it takes, however many documents wait.

alter table document
  -- how often it was lost, or not taken, although nothing was wrong with it
  add column in_vain integer not null default 0,
  -- how often it was put off: the next time is further away each time
  add column put_off integer not null default 0,
  -- something in it broke a request: it goes alone, so that it breaks no other's again
  add column alone boolean not null default false;

-- dropped: was sent and refused, and its order is no sale any more. Kept, because its attempts make
-- request ids, and no request id may be used twice.
alter table document drop constraint document_state_check;
alter table document add constraint document_state_check
  check (state in ('planned', 'sending', 'doubtful', 'posted', 'held', 'dropped'));

drop index document_to_send;
create index document_by_turn on document (
    realm, (case purpose when 'SALE' then 1 when 'CREDIT' then 2 else 3 end), dated, id)
  where state = 'planned';
create index document_by_due on document (realm, due_at) where state = 'planned';
create index document_in_flight on document (realm, due_at) where state in ('sending', 'doubtful');

drop index shop_order_to_plan;
create index shop_order_to_plan on shop_order (shop, realm, created_at, order_id)
  where state = 'received';
create index shop_order_by_claim on shop_order (shop, realm, claimed_until)
  where state = 'received';

-- The second look at some days.
create index shop_order_of_days on shop_order (shop, realm, created_at);
