-- What an update or a person took the place of: quantities on hand that were read before are as of it.
create table document_former (
  document    bigint not null references document on delete cascade,
  plan        text not null,
  since       timestamptz not null,
  until       timestamptz not null
);
create index document_former_of on document_former (document);
