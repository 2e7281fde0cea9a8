package io.orderjourney.notification.webhooks.db;

import io.orderjourney.notification.webhooks.WebhookDelivery;
import io.orderjourney.notification.webhooks.WebhookEndpoint;
import io.orderjourney.notification.webhooks.WebhookMessage;
import io.orderjourney.notification.webhooks.Webhooks;
import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The tables {@code webhook_endpoint}, {@code webhook_message} and {@code webhook_delivery}. */
@ApplicationScoped
class JdbcWebhooks implements Webhooks {

    private static final String QUEUE = """
            with fresh as (
              select * from unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::timestamptz[])
                as f (message_id, type, journey_id, body, created_at)
            ), wanted as (
              select e.endpoint_id, f.message_id from webhook_endpoint e
              join fresh f on e.endpoint_id = ?::uuid or (?::uuid is null and (e.types = '{}' or f.type = any(e.types)))
            ), kept as (
              insert into webhook_message (message_id, type, journey_id, body, created_at)
              select * from fresh where message_id in (select message_id from wanted) on conflict do nothing
            )
            insert into webhook_delivery (endpoint_id, message_id, state, attempts, try_after)
            select endpoint_id, message_id, 'PENDING', 0, ? from wanted on conflict do nothing
            """;

    private static final String WHICH = """
             from webhook_delivery d join webhook_message m using (message_id)
            where d.endpoint_id = ? and (?::uuid is null or d.message_id = ?) and (?::text is null or d.state = ?)
              and (?::timestamptz is null or m.created_at >= ?)
            """;

    private final Sql sql;
    private final Event<WebhooksQueued> queued;

    JdbcWebhooks(DataSource database, Event<WebhooksQueued> queued) {
        this.sql = new Sql(database);
        this.queued = queued;
    }

    @Override
    public void add(WebhookEndpoint endpoint, String secret) {
        sql.update(
                "insert into webhook_endpoint (endpoint_id, url, types, description, secret, created_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                endpoint.id(),
                endpoint.url(),
                SqlArray.texts(new TreeSet<>(endpoint.types())),
                endpoint.description(),
                secret,
                endpoint.createdAt());
    }

    @Override
    public void changeSecret(UUID endpointId, String secret, Instant oldGoodUntil) {
        sql.update(
                "update webhook_endpoint set old_secret = secret, old_secret_until = ?, secret = ? where endpoint_id = ?",
                oldGoodUntil,
                secret,
                endpointId);
    }

    @Override
    public List<WebhookEndpoint> endpoints() {
        return sql.query("select * from webhook_endpoint order by endpoint_id", JdbcWebhooks::endpoint);
    }

    @Override
    public Optional<WebhookEndpoint> endpoint(UUID id) {
        return sql.first("select * from webhook_endpoint where endpoint_id = ?", JdbcWebhooks::endpoint, id);
    }

    @Override
    public boolean remove(UUID id) {
        return sql.update("delete from webhook_endpoint where endpoint_id = ?", id) == 1;
    }

    @Override
    public boolean hasEndpoints() {
        return sql.isTrue("select exists (select 1 from webhook_endpoint)");
    }

    @Override
    public void queue(Collection<WebhookMessage> messages, @Nullable UUID onlyFor, Instant now) {
        int rows = sql.update(
                QUEUE,
                SqlArray.uuids(messages.stream().map(WebhookMessage::id).toList()),
                SqlArray.texts(messages.stream().map(WebhookMessage::type).toList()),
                SqlArray.uuids(messages.stream().map(WebhookMessage::journeyId).toList()),
                SqlArray.texts(messages.stream().map(WebhookMessage::body).toList()),
                SqlArray.instants(
                        messages.stream().map(WebhookMessage::createdAt).toList()),
                onlyFor,
                onlyFor,
                now);
        if (rows > 0) {
            queued.fire(new WebhooksQueued());
        }
    }

    @Override
    public boolean disable(UUID endpointId, String why, Instant now) {
        return sql.update(
                        "update webhook_endpoint set disabled_at = ?, disabled_because = ?"
                                + " where endpoint_id = ? and disabled_at is null",
                        now,
                        why,
                        endpointId)
                == 1;
    }

    @Override
    public void enable(UUID endpointId, Instant now) {
        sql.update(
                "update webhook_endpoint set disabled_at = null, disabled_because = null, failing_since = null,"
                        + " failures = 0, paused_until = null where endpoint_id = ?",
                endpointId);
        sql.update(
                "update webhook_delivery set try_after = ? where endpoint_id = ? and state = 'PENDING' and try_after > ?",
                now,
                endpointId,
                now);
        queued.fire(new WebhooksQueued());
    }

    @Override
    public int sendAgain(UUID endpointId, WebhookDelivery.Filter which, int atMost, Instant now) {
        int again = sql.update(
                "with chosen as (select d.message_id" + WHICH + " and (d.state <> 'PENDING' or d.try_after > ?)"
                        + " order by d.message_id limit ? for update of d skip locked)"
                        + " update webhook_delivery d set state = 'PENDING', attempts = 0, try_after = ?"
                        + " from chosen c where d.endpoint_id = ? and d.message_id = c.message_id",
                endpointId,
                which.messageId(),
                which.messageId(),
                which.state(),
                which.state(),
                which.since(),
                which.since(),
                now,
                atMost,
                now,
                endpointId);
        if (again > 0) {
            queued.fire(new WebhooksQueued());
        }
        return again;
    }

    @Override
    public List<WebhookDelivery> deliveries(
            UUID endpointId, WebhookDelivery.Filter which, @Nullable UUID before, int atMost) {
        return sql.query(
                "select d.*, m.type, m.journey_id, m.body, m.created_at" + WHICH
                        + " and (?::uuid is null or d.message_id < ?) order by d.message_id desc limit ?",
                JdbcWebhooks::delivery,
                endpointId,
                which.messageId(),
                which.messageId(),
                which.state(),
                which.state(),
                which.since(),
                which.since(),
                before,
                before,
                atMost);
    }

    @Override
    public int forgetBefore(Instant time, int atMost) {
        return sql.update("""
                delete from webhook_message where message_id in (
                  select message_id from webhook_message where created_at < ? order by created_at limit ?)
                """, time, atMost);
    }

    private static WebhookEndpoint endpoint(ResultSet row) throws SQLException {
        return new WebhookEndpoint(
                row.getObject("endpoint_id", UUID.class),
                row.getString("url"),
                Set.copyOf(Arrays.asList((String[]) row.getArray("types").getArray())),
                row.getString("description"),
                Sql.instant(row, "created_at"),
                Sql.instantOrNull(row, "last_taken_at"),
                Sql.instantOrNull(row, "disabled_at"),
                row.getString("disabled_because"));
    }

    static WebhookDelivery delivery(ResultSet row) throws SQLException {
        return new WebhookDelivery(
                row.getObject("endpoint_id", UUID.class),
                new WebhookMessage(
                        row.getObject("message_id", UUID.class),
                        row.getString("type"),
                        row.getObject("journey_id", UUID.class),
                        row.getString("body"),
                        Sql.instant(row, "created_at")),
                WebhookDelivery.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Sql.instant(row, "try_after"),
                Sql.instantOrNull(row, "last_attempt_at"),
                row.getObject("status", Integer.class),
                row.getString("detail"));
    }
}
