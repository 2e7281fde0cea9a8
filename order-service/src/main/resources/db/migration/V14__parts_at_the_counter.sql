-- The articles that wait at the counter while others of the order still come; null for none.
alter table customer_order add column part_here text;
