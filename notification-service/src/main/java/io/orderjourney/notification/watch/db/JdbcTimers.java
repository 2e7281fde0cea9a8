package io.orderjourney.notification.watch.db;

import io.orderjourney.contracts.EscalationLevel;
import io.orderjourney.notification.watch.NewTimer;
import io.orderjourney.notification.watch.Timers;
import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The narrow table {@code promise_timer}: rows are added and deleted, never updated. */
@ApplicationScoped
class JdbcTimers implements Timers {

    /**
     * Shards spread the table for several replicas; a journey always has the same one. Part of the stored format.
     */
    static final int SHARDS = 32;

    /** The event of a promise that was kept in the last moment may still be on its way when dueAt passes. */
    static final Duration EVENT_DELAY_MAX = Duration.ofMinutes(1);

    /**
     * A timer of an earlier revision no longer means anything, except MISSED of the last date that was delivered to the
     * customer.
     */
    private static final String FIRE = """
            with due as (
              delete from promise_timer where ctid = any(array(
                select t.ctid from unnest(?::int[]) as s (shard) cross join lateral (
                  select ctid from promise_timer where shard = s.shard and fire_at >= ? and fire_at <= ?
                  order by fire_at limit ? for update skip locked) t))
              returning shard, fire_at, promise_id, level, revision, journey_id
            ), meaningful as (
              select d.* from due d
              left join promise p on p.id = d.promise_id
              left join promise_watch w on w.promise_id = d.promise_id
              where d.level = %1$d
                 or (p.kept_at is null and p.withdrawn_at is null
                     and (p.revision = d.revision
                          or (d.level = %2$d and coalesce(w.confirmed_revision, 0) = d.revision)))
            ), reached as (
              insert into escalation_reached (promise_id, revision, level, reached_at)
              select promise_id, revision, level, ? from meaningful where level <> %1$d
              on conflict do nothing
            ), requeued as (
              insert into watch_queue (journey_id, urgency) select distinct journey_id, %3$d from meaningful
            )
            select coalesce(sum(fired), 0)::int as fired, min(last_at) filter (where fired = ?) as undrained_from
            from (select shard, count(*) as fired, max(fire_at) as last_at from due group by shard) of_shard
            """.formatted(
                    EscalationCode.REASSESS, EscalationCode.of(EscalationLevel.MISSED), JdbcWatchQueue.ESCALATION);

    /**
     * Before this nothing is due that is not fired: a statement need not step over what earlier ones deleted, however long a
     * transaction elsewhere keeps that from being cleaned up. It is forgotten each second, because other replicas add timers too.
     */
    private static final Duration WATERMARK_IS_GOOD_FOR = Duration.ofSeconds(1);

    private static final Instant NEVER = Instant.EPOCH;

    private static final Integer[] ALL_SHARDS =
            IntStream.range(0, SHARDS).boxed().toArray(Integer[]::new);

    private final Sql sql;
    private Instant drainedUntil = NEVER;
    private long drainedAtNanos;

    JdbcTimers(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public void add(Collection<NewTimer> timers) {
        if (timers.isEmpty()) {
            return;
        }
        List<NewTimer> all = List.copyOf(timers);
        List<Instant> firedAt = all.stream().map(JdbcTimers::fireAt).toList();
        firedAt.forEach(this::added);
        sql.update(
                """
                insert into promise_timer (shard, fire_at, promise_id, level, revision, journey_id)
                select * from unnest(?::int[], ?::timestamptz[], ?::uuid[], ?::int[], ?::int[], ?::uuid[]) as t (shard, fire_at)
                order by t.shard, t.fire_at
                on conflict do nothing
                """,
                SqlArray.of(
                        "int4",
                        all.stream().map(timer -> shardOf(timer.journeyId())).toList()),
                SqlArray.instants(firedAt),
                SqlArray.uuids(all.stream().map(NewTimer::about).toList()),
                SqlArray.of("int4", all.stream().map(JdbcTimers::code).toList()),
                SqlArray.of("int4", all.stream().map(NewTimer::revision).toList()),
                SqlArray.uuids(all.stream().map(NewTimer::journeyId).toList()));
    }

    private static Instant fireAt(NewTimer timer) {
        return timer.level() == EscalationLevel.MISSED ? timer.at().plus(EVENT_DELAY_MAX) : timer.at();
    }

    private static int code(NewTimer timer) {
        EscalationLevel level = timer.level();
        return level == null ? EscalationCode.REASSESS : EscalationCode.of(level);
    }

    @Override
    public int fire(Instant now, int atMost) {
        int perShard = Math.max(1, atMost / SHARDS);
        Fired fired = sql.query(
                        FIRE,
                        row -> new Fired(row.getInt("fired"), Sql.instantOrNull(row, "undrained_from")),
                        ALL_SHARDS,
                        watermark(),
                        now,
                        perShard,
                        now,
                        perShard)
                .get(0);
        Instant undrainedFrom = fired.undrainedFrom();
        drained(undrainedFrom == null ? now : undrainedFrom);
        return fired.count();
    }

    /** @param undrainedFrom from when on a shard may have more that is due; null if none has */
    private record Fired(int count, @Nullable Instant undrainedFrom) {}

    private synchronized Instant watermark() {
        if (System.nanoTime() - drainedAtNanos > WATERMARK_IS_GOOD_FOR.toNanos()) {
            drainedUntil = NEVER;
        }
        return drainedUntil;
    }

    private synchronized void drained(Instant until) {
        if (drainedUntil.equals(NEVER)) {
            drainedAtNanos = System.nanoTime();
        }
        drainedUntil = until;
    }

    private synchronized void added(Instant at) {
        if (at.isBefore(drainedUntil)) {
            drainedUntil = NEVER;
        }
    }

    @Override
    public @Nullable Instant nextFireAt() {
        // One index probe per shard instead of a scan over all of them.
        return sql.query("""
                        select min(next.fire_at) as fire_at from unnest(?::int[]) as s (shard)
                        cross join lateral (
                          select fire_at from promise_timer where shard = s.shard order by fire_at limit 1) next
                        """, row -> Optional.ofNullable(Sql.instantOrNull(row, "fire_at")), (Object) ALL_SHARDS)
                .get(0)
                .orElse(null);
    }

    private static int shardOf(UUID journeyId) {
        return Math.floorMod(journeyId.hashCode(), SHARDS);
    }
}
