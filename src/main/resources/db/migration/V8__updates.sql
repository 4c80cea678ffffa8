-- While an update of a document is due, on the wire or refused: the plan that is in the books so far.
alter table document add column booked text;
