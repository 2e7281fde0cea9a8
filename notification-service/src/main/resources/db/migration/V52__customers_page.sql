-- What was ordered, for the customer's page.
alter table watched_journey add column goods jsonb;
alter table watched_journey add column total_minor bigint;
alter table watched_journey add column currency text;

-- The link of a page names the message by the number that people quote.
create unique index notice_of_number on notice (number);
