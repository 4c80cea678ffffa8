-- Taking back what a run made.

alter table document
  -- when it got into the books first, where we made it: the run of that time made it
  add column made_at timestamptz,
  -- the run it is being taken back with
  add column undoing bigint,
  -- why it could not be taken back; empty while it may be
  add column undo_said text not null default '';
update document set made_at = posted_at
where posted_at is not null and request_id is not null and not adopted;
create index document_made on document (connection, made_at) where made_at is not null;
create index document_undoing on document (realm) where undoing is not null;

-- The run the order was taken back with: it stays out until a person asks for it again.
alter table shop_order add column undone_run bigint;
create index shop_order_undone on shop_order (undone_run) where undone_run is not null;

create table undo (
  run         bigint primary key,
  connection  text not null,
  realm       text not null,
  -- what was made after the one and up to the other belongs to the run
  since       timestamptz not null,
  until       timestamptz not null,
  started_at  timestamptz not null,
  ended_at    timestamptz
);

-- Customers and items that we made.
create table quickbooks_made (
  realm       text not null,
  entity      text not null,
  id          text not null,
  name        text not null,
  made_at     timestamptz not null,
  -- made inactive with this run
  undone_run  bigint,
  primary key (realm, entity, id)
);
create index made_by_time on quickbooks_made (realm, made_at);
