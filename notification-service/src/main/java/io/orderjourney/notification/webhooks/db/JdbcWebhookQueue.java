package io.orderjourney.notification.webhooks.db;

import io.orderjourney.notification.webhooks.WebhookDelivery;
import io.orderjourney.notification.webhooks.WebhookQueue;
import io.orderjourney.notification.webhooks.WebhookRetryPolicy.Decision;
import io.orderjourney.notification.webhooks.WebhookRetryPolicy.Health;
import io.orderjourney.notification.webhooks.WebhookSender.Outcome;
import io.orderjourney.notification.webhooks.WebhookSender.Request;
import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Claims rows of {@code webhook_delivery}. A look at the queue costs a few index entries for each endpoint, whatever waits. */
@ApplicationScoped
class JdbcWebhookQueue implements WebhookQueue {

    private static final int OF_ONE_ENDPOINT_MAX = 20;
    private static final int DUE_COUNTED_MAX = 1_000;

    /** A lease limits the work of a process: it runs on the server's own time, not the shop's. */
    private static final String CLAIM = """
            with ready as (
              select e.endpoint_id, first.try_after from webhook_endpoint e cross join lateral (
                select min(d.try_after) as try_after from webhook_delivery d
                where d.endpoint_id = e.endpoint_id and d.state = 'PENDING') first
              where e.disabled_at is null and (e.paused_until is null or e.paused_until <= ?)
                and e.endpoint_id <> all(?) and first.try_after <= ?
              order by first.try_after limit ?
            ), chosen as (
              select next.* from ready cross join lateral (
                select d.endpoint_id, d.message_id from webhook_delivery d
                where d.endpoint_id = ready.endpoint_id and d.state = 'PENDING' and d.try_after <= ?
                  and (d.lease_until is null or d.lease_until < clock_timestamp())
                order by d.try_after, d.message_id limit ? for update skip locked) next
            )
            update webhook_delivery d set lease_until = clock_timestamp() + make_interval(secs => ?)
            from chosen c join webhook_endpoint e using (endpoint_id) join webhook_message m using (message_id)
            where d.endpoint_id = c.endpoint_id and d.message_id = c.message_id
            returning d.*, m.type, m.journey_id, m.body, m.created_at, e.url, e.secret, e.last_taken_at, e.failing_since,
              e.failures, case when e.old_secret_until > ? then e.old_secret end as old_secret
            """;

    private static final String TRIED = """
            with receiver as (
              update webhook_endpoint set last_taken_at = ?, failing_since = ?, failures = ?, paused_until = ?
              where endpoint_id = ?
            )
            update webhook_delivery set state = ?, attempts = attempts + 1, try_after = coalesce(?, try_after),
              lease_until = null, last_attempt_at = ?, status = ?, detail = ?
            where endpoint_id = ? and message_id = ?
            """;

    private final Sql sql;

    JdbcWebhookQueue(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public List<Claimed> claim(Set<UUID> except, int endpointsMax, Instant now, Duration lease) {
        return sql
                .query(
                        CLAIM,
                        JdbcWebhookQueue::claimed,
                        now,
                        SqlArray.uuids(except),
                        now,
                        endpointsMax,
                        now,
                        OF_ONE_ENDPOINT_MAX,
                        lease.toSeconds(),
                        now)
                .stream()
                .sorted((one, other) ->
                        one.delivery().tryAfter().compareTo(other.delivery().tryAfter()))
                .toList();
    }

    @Override
    public void release(WebhookDelivery delivery) {
        sql.update(
                "update webhook_delivery set lease_until = null where endpoint_id = ? and message_id = ?",
                delivery.endpointId(),
                delivery.message().id());
    }

    @Override
    public void tried(WebhookDelivery delivery, Outcome outcome, Decision decision, Health health, Instant now) {
        sql.update(
                TRIED,
                health.lastTakenAt(),
                health.failingSince(),
                health.failures(),
                health.pausedUntil(now),
                delivery.endpointId(),
                decision.state(),
                decision.tryAfter(),
                now,
                outcome.status(),
                outcome.detail(),
                delivery.endpointId(),
                delivery.message().id());
    }

    @Override
    public @Nullable Instant nextAt() {
        return sql.query("""
                        select min(greatest(next.try_after, coalesce(e.paused_until, next.try_after))) as next_at
                        from webhook_endpoint e cross join lateral (
                          select min(d.try_after) as try_after from webhook_delivery d
                          where d.endpoint_id = e.endpoint_id and d.state = 'PENDING') next
                        where e.disabled_at is null and next.try_after is not null
                        """, row -> Optional.ofNullable(Sql.instantOrNull(row, "next_at")))
                .get(0)
                .orElse(null);
    }

    @Override
    public long due(Instant now) {
        return sql.number("""
                select count(*) from (
                  select 1 from webhook_endpoint e join webhook_delivery d using (endpoint_id)
                  where e.disabled_at is null and (e.paused_until is null or e.paused_until <= ?)
                    and d.state = 'PENDING' and d.try_after <= ? limit ?) due
                """, now, now, DUE_COUNTED_MAX);
    }

    private static Claimed claimed(ResultSet row) throws SQLException {
        String old = row.getString("old_secret");
        String secret = row.getString("secret");
        WebhookDelivery delivery = JdbcWebhooks.delivery(row);
        return new Claimed(
                delivery,
                new Request(
                        row.getString("url"),
                        old == null ? List.of(secret) : List.of(secret, old),
                        delivery.message().id(),
                        delivery.message().body()),
                new Health(
                        Sql.instantOrNull(row, "last_taken_at"),
                        Sql.instantOrNull(row, "failing_since"),
                        row.getInt("failures")));
    }
}
