-- What is paid at the counter besides the credit, before the goods are handed over; null for nothing, and once it is paid.
alter table pickup add column rest_minor bigint;
