-- While an update of a document is due, on the wire or refused: the plan that is in the books so far.
alter table document add column booked text;
-- Attempts that count no more: of an earlier plan, or from before a person said to try again.
alter table document add column attempts_before integer not null default 0;
