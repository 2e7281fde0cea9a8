-- When the bank was first called, noted before the call. Whoever dies between the call and its answer leaves this behind, and
-- whoever takes over asks the bank first what it has. What was called in vain before this release counts as called.
alter table bank_request add column called_at timestamptz;
update bank_request set called_at = created_at where attempts > 0;
