package io.orderjourney.notification.watch.db;

import io.orderjourney.contracts.EscalationLevel;
import io.orderjourney.notification.db.Statements;
import io.orderjourney.notification.watch.Timers;
import io.orderjourney.promises.EscalationPolicy;
import io.orderjourney.promises.Promise;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
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

    /** News that a promise was kept in the last moment may still be on its way when dueAt passes. */
    static final Duration NEWS_ON_ITS_WAY = Duration.ofMinutes(1);

    /**
     * A timer of an earlier revision has nothing to say any more; except MISSED of the date that the customer still has in
     * hand, because he has not heard of a later one.
     */
    private static final String FIRE = """
            with due as (
              delete from promise_timer where ctid = any(array(
                select ctid from promise_timer where shard = any(?) and fire_at <= ?
                order by fire_at limit ? for update skip locked))
              returning promise_id, rung, revision, journey_id
            ), meaningful as (
              select d.* from due d
              left join promise p on p.id = d.promise_id
              left join promise_watch w on w.promise_id = d.promise_id
              where d.rung = %1$d
                 or (p.kept_at is null and p.withdrawn_at is null
                     and (p.revision = d.revision
                          or (d.rung = %2$d and coalesce(w.told_revision, 0) = d.revision)))
            ), reached as (
              insert into rung_reached (promise_id, revision, rung, reached_at)
              select promise_id, revision, rung, ? from meaningful where rung <> %1$d
              on conflict do nothing
            ), look as (
              insert into journey_to_watch (journey_id) select distinct journey_id from meaningful
            )
            select count(*) from due
            """.formatted(RungCode.LOOK, RungCode.of(EscalationLevel.MISSED));

    private static final Integer[] ALL_SHARDS =
            IntStream.range(0, SHARDS).boxed().toArray(Integer[]::new);

    private final Statements statements;

    JdbcTimers(DataSource database) {
        this.statements = new Statements(database);
    }

    @Override
    public void plan(Promise promise, List<EscalationPolicy.LevelAt> rungs) {
        int count = rungs.size();
        // As text: the driver has no array of timestamps.
        String[] fireAt = new String[count];
        Integer[] codes = new Integer[count];
        for (int index = 0; index < count; index++) {
            EscalationPolicy.LevelAt rung = rungs.get(index);
            Instant at = rung.level() == EscalationLevel.MISSED ? rung.at().plus(NEWS_ON_ITS_WAY) : rung.at();
            fireAt[index] = at.toString();
            codes[index] = RungCode.of(rung.level());
        }
        statements.update(
                """
                insert into promise_timer (shard, fire_at, promise_id, rung, revision, journey_id)
                select ?, t.fire_at, ?, t.rung, ?, ? from unnest(?::text[]::timestamptz[], ?::int[]) as t (fire_at, rung)
                on conflict do nothing
                """,
                shardOf(promise.journeyId()),
                promise.id(),
                promise.revision(),
                promise.journeyId(),
                fireAt,
                codes);
    }

    @Override
    public void lookAt(UUID journeyId, Instant at) {
        statements.update("""
                insert into promise_timer (shard, fire_at, promise_id, rung, revision, journey_id)
                values (?, ?, ?, ?, 0, ?) on conflict do nothing
                """, shardOf(journeyId), at, journeyId, RungCode.LOOK, journeyId);
    }

    @Override
    public int fire(Instant now, int atMost) {
        return statements
                .query(FIRE, row -> row.getInt(1), ALL_SHARDS, now, atMost, now)
                .get(0);
    }

    @Override
    public @Nullable Instant nextFireAt() {
        // One index probe per shard instead of a scan over all of them.
        return statements
                .query("""
                        select min(next.fire_at) as fire_at from unnest(?::int[]) as s (shard)
                        cross join lateral (
                          select fire_at from promise_timer where shard = s.shard order by fire_at limit 1) next
                        """, row -> Optional.ofNullable(Statements.instantOrNull(row, "fire_at")), (Object) ALL_SHARDS)
                .get(0)
                .orElse(null);
    }

    private static int shardOf(UUID journeyId) {
        return Math.floorMod(journeyId.hashCode(), SHARDS);
    }
}
