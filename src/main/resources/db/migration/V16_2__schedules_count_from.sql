-- From when on a schedule counts: first seen, changed, or switched on again. Known without any run,
-- so that the very first one can be missed, too. Of schedules from before, the last claim is known.
alter table schedule add column counts_from timestamptz;
update schedule set counts_from = coalesce(last_started_at, now());
alter table schedule alter column counts_from set not null;
