-- Whoever orders, or asks at checkout when he could come, is told what of each purchase order is still unclaimed.
create index reservation_claim_of_purchase_order on reservation_claim (purchase_order_id, sku);
