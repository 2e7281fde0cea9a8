-- The hours at which customers agreed to come: a point takes so many in an hour. Windows of days in which goods wait are none.
create index agreed_slot on promise (window_start_at)
    where kind = 'PICKUP_SLOT' and kept_at is null and withdrawn_at is null
      and due_at - window_start_at <= interval '1 hour';
