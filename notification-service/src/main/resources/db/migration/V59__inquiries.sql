-- An inquiry is a journey without an order: nothing is paid or collected in it.
alter table watched_journey alter column payment drop not null, alter column pickup_point drop not null;
alter table promise_score alter column pickup_point drop not null;
