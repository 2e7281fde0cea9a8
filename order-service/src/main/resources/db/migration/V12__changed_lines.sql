-- How far an order has come at the other desks, as far as its lines depend on it. What the bank was asked for bounds its
-- amount; what is signed, or has left the shop, is fixed.
alter table customer_order add column asked_minor bigint;
alter table customer_order add column agreement_signed boolean not null default false;
alter table customer_order add column goods_stage text not null default 'WITH_SHOP';
