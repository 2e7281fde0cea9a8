-- The erasure of a customer finds their applications without reading all of them.
create index application_of_customer on application (customer_id);
