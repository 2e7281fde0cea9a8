-- The standard terms: a reason is a reason, and a customer is notified.
alter table purchase_order rename column eta_why to eta_reason;
alter table pickup_gate rename column closed_why to close_reason;
alter table pickup rename column told_readiness to notified_readiness;
alter table early_gate rename to buffered_gate;

-- The supply that was last recorded for an order, so that a change is published once.
alter table reservation rename column told_state to supply_state;
alter table reservation rename column told_eta_at to expected_at;
