-- An article that a customer brought back and that a workshop repairs; null for every other inquiry.
alter table inquiry
    add column repair_sku            text,
    add column repair_article        text,
    add column repair_workshop       text,
    add column repair_under_warranty boolean,
    add column repair_outcome        text,
    add column repair_reported_at    timestamptz,
    add column repair_back_at        timestamptz,
    add constraint inquiry_repair_is_whole check (
        (repair_workshop is null) = (repair_sku is null)
        and (repair_workshop is null) = (repair_article is null)
        and (repair_workshop is null) = (repair_under_warranty is null));

-- The queue of customer care has repairs too.
create index promise_of_inquiry_owed on promise (due_at, id)
    where kind in ('INQUIRY_REPLY', 'PUBLIC_REPLY', 'COMPLAINT_ANSWER', 'REPAIR_DIAGNOSIS', 'REPAIR_DONE')
        and kept_at is null and withdrawn_at is null;
drop index promise_of_inquiry_due;
