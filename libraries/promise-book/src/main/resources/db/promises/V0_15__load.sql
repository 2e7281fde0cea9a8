-- What a desk has to do, by when it is due: asked for with every date that is promised, so it is a stretch of one index.
create index promise_load on promise (desk, due_at)
    where kept_at is null and withdrawn_at is null and partner is null and waiting_reason is null
      and kind not in ('NEXT_UPDATE', 'GOODS_HOLD');
