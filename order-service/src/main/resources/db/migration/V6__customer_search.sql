-- Under what a customer is found, by its beginning: the name from each of its words on, the address, and the number backwards.
-- SearchTerm writes them; they are personal data and go with their customer. Bytes are compared, so that a beginning is a
-- range of the index.
create table customer_term (
    kind        text             not null,
    term        text collate "C" not null,
    customer_id uuid             not null references customer on delete cascade,
    primary key (kind, term, customer_id)
);
create index customer_term_of_customer on customer_term (customer_id);

with folded as (
    select id, regexp_split_to_array(btrim(regexp_replace(translate(lower(regexp_replace(
        normalize(name, NFKD), '[\u0300-\u036f]', '', 'g')), 'łđ', 'ld'), '[^[:alnum:]]+', ' ', 'g')), ' ') as words
    from customer)
insert into customer_term
select 'NAME', array_to_string(words[first:] || words[:first - 1], ' '), id
from folded cross join lateral generate_subscripts(words, 1) as first where words <> '{""}'
union
select 'EMAIL', lower(email), id from customer where email is not null
union
select 'PHONE', reverse(regexp_replace(phone, '[^0-9]', '', 'g')), id from customer where phone is not null;

-- The orders of a customer, the newest first: ids are in the order of time.
create index customer_order_of_customer on customer_order (customer_id, journey_id);

-- People say the last digits of an order's number.
create index customer_order_number_backwards on customer_order (reverse(upper(order_number)) collate "C");
