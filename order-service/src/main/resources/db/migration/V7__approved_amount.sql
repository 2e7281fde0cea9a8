-- What the bank lends, as it said last: below the total the customer is asked how the rest is paid.
alter table customer_order add column approved_minor bigint;
