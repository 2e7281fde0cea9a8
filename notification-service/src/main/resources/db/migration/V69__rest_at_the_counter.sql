-- What the customer pays at the counter besides the credit, in the currency of the total; null for nothing.
alter table watched_journey add column rest_minor bigint;
