-- Who hears of a connection, as its file said when it was last right: they are told, too, when the
-- file is wrong and says nothing any more.
create table report_reader (
  connection    text primary key,
  addresses     text[] not null,
  language      text not null,
  time_zone     text not null,
  -- when its file was first found wrong; absent while it is right
  broken_since  timestamptz
);

alter table incident drop constraint incident_kind_check;
alter table incident add constraint incident_kind_check
  check (kind in ('missed-run', 'signed-out', 'broken-file'));
