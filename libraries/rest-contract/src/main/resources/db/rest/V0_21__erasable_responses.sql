-- Whose personal data a stored response holds, so that it can be erased with the rest of it.
alter table idempotency_key add column customer_id uuid;
create index idempotency_key_of_customer on idempotency_key (customer_id) where customer_id is not null;
