-- By when a customer hears for certain who was told that this date probably does not hold; null if they were not told.
alter table promised_date add column certain_at timestamptz;
