-- Whose sale needed a customer or an item. Empty for what a catalogue offers, and for what was made
-- before this was kept: such stays active when a run is taken back.
alter table quickbooks_made add column shop text not null default '';
drop index made_by_time;
create index made_by_time on quickbooks_made (realm, shop, made_at);

-- The shop of a run that is taken back.
alter table undo add column shop text;
update undo set shop = coalesce(
  (select min(shop) from shop_order where connection = undo.connection), connection);
alter table undo alter column shop set not null;
