-- A part holds the facts of a new date. The words are found when the message leaves, in the language that the customer
-- speaks then.
alter table notice_part drop column told;
