-- How an application was closed: by the journey's end, or, without one, because the customer pays in another way.
alter table application add column journey_end text;
alter table application add column closed_at timestamptz;
