-- Sales that are in the books already, by documents that are not ours.

-- From which day on the company's sales were read; absent: never, or what was read is out of date.
alter table quickbooks_company add column other_sales_from date;

-- Receipts, invoices and credits of the company that do not carry our marker.
create table quickbooks_other_sale (
  realm       text not null,
  entity      text not null,
  id          text not null,
  number      text not null,
  dated       date not null,
  currency    text not null,
  total       numeric not null,
  customer    text not null,
  -- what a whole reading did not see was deleted before it began
  seen_at     timestamptz not null,
  primary key (realm, entity, id)
);
create index other_sale_by_number on quickbooks_other_sale (realm, number) where number <> '';
create index other_sale_by_day on quickbooks_other_sale (realm, dated, total);

-- A document that is not ours and was recognised as the sale of this order: never written to.
alter table document add column adopted boolean not null default false;
create unique index one_sale_per_adopted on document (realm, kind, quickbooks_id) where adopted;

-- A person said that no document of the company is this order's sale.
alter table shop_order add column new_to_books boolean not null default false;
