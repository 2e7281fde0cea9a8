-- The promise book keeps the messages to customers who wait for a next update.
drop table early_notice;
