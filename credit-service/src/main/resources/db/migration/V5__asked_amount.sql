-- What the bank was asked to lend: an order that costs less since then still may be lent all of it, and never more.
alter table application add column asked_minor bigint;
update application set asked_minor = amount_minor where submitted_at is not null;
