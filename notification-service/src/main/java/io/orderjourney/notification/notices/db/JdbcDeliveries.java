package io.orderjourney.notification.notices.db;

import io.orderjourney.contracts.Channel;
import io.orderjourney.notification.notices.Deliveries;
import io.orderjourney.notification.notices.Delivery;
import io.orderjourney.notification.notices.DeliveryState;
import io.orderjourney.notification.notices.Notices.NoticePlanned;
import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The table {@code delivery}. */
@ApplicationScoped
class JdbcDeliveries implements Deliveries {

    /** More work than this is this much work. */
    private static final int COUNT_MAX = 10_000;

    private static final SqlArray CHANNELS = SqlArray.texts(List.of(Channel.values()));

    private final Sql sql;
    private final Event<NoticePlanned> planned;

    JdbcDeliveries(DataSource database, Event<NoticePlanned> planned) {
        this.sql = new Sql(database);
        this.planned = planned;
    }

    @Override
    public List<Delivery> of(UUID noticeId) {
        return sql.query(
                "select * from delivery where notice_id = ? order by channel", JdbcDeliveries::delivery, noticeId);
    }

    @Override
    public void plan(Collection<Way> ways, Instant now) {
        if (ways.isEmpty()) {
            return;
        }
        sql.update(
                """
                insert into delivery (notice_id, channel, state, attempts, try_after)
                select w.notice_id, w.channel, 'PLANNED', 0, ? from unnest(?::uuid[], ?::text[]) as w (notice_id, channel)
                on conflict do nothing
                """,
                now,
                SqlArray.uuids(ways.stream().map(Way::noticeId).toList()),
                SqlArray.texts(ways.stream().map(Way::channel).toList()));
        planned.fire(new NoticePlanned());
    }

    @Override
    public void channelDown(Channel channel, UUID because) {
        sql.update(
                "insert into channel_outage (channel, because) values (?, ?) on conflict do nothing", channel, because);
    }

    @Override
    public void channelUp(Channel channel, UUID because) {
        sql.update("delete from channel_outage where channel = ? and because = ?", channel, because);
    }

    @Override
    public Set<Channel> channelsDown() {
        return Set.copyOf(sql.query(
                "select distinct channel from channel_outage", row -> Channel.valueOf(row.getString("channel"))));
    }

    @Override
    public List<Delivery> claim(Channel channel, Instant now, Duration lease, int atMost) {
        // A lease limits the work of a process: it runs on the server's own time, not the shop's.
        sql.update("""
                update delivery set state = 'UNKNOWN', lease_until = null, detail = 'the sender ended in mid-attempt'
                where state = 'ATTEMPT_STARTED' and lease_until < clock_timestamp()
                """);
        return sql.query("""
                with chosen as (
                  select notice_id, channel, state from delivery
                  where state in ('PLANNED', 'UNKNOWN') and channel = ? and try_after <= ?
                  order by try_after limit ? for update skip locked)
                update delivery d set state = 'ATTEMPT_STARTED', attempts = attempts + 1,
                  lease_until = clock_timestamp() + make_interval(secs => ?)
                from chosen c where d.notice_id = c.notice_id and d.channel = c.channel
                returning d.notice_id, d.channel, c.state, d.attempts, d.delivered_at, d.detail, d.title, d.body
                """, JdbcDeliveries::delivery, channel.name(), now, atMost, lease.toSeconds());
    }

    @Override
    public void keepTexts(Collection<Text> texts) {
        if (texts.isEmpty()) {
            return;
        }
        List<Delivery> attempts = texts.stream().map(Text::attempt).toList();
        sql.update(
                """
                update delivery d set title = t.title, body = t.body
                from unnest(?::uuid[], ?::text[], ?::text[], ?::text[]) as t (notice_id, channel, title, body)
                where d.notice_id = t.notice_id and d.channel = t.channel
                """,
                SqlArray.uuids(attempts.stream().map(Delivery::noticeId).toList()),
                SqlArray.texts(attempts.stream().map(Delivery::channel).toList()),
                SqlArray.texts(texts.stream().map(Text::title).toList()),
                SqlArray.texts(texts.stream().map(Text::body).toList()));
    }

    @Override
    public Set<Way> delivered(Collection<Arrived> arrived) {
        if (arrived.isEmpty()) {
            return Set.of();
        }
        List<Delivery> attempts = arrived.stream().map(Arrived::attempt).toList();
        // The number of the attempt tells whose it is: after the lease another sender may have it.
        return Set.copyOf(sql.query(
                """
                update delivery d set state = 'DELIVERED', detail = a.detail, lease_until = null, delivered_at = a.at
                from unnest(?::uuid[], ?::text[], ?::int[], ?::text[], ?::timestamptz[])
                  as a (notice_id, channel, attempts, detail, at)
                where d.notice_id = a.notice_id and d.channel = a.channel and d.attempts = a.attempts
                  and d.state in ('ATTEMPT_STARTED', 'UNKNOWN')
                returning d.notice_id, d.channel
                """,
                row -> new Way(row.getObject(1, UUID.class), Channel.valueOf(row.getString(2))),
                SqlArray.uuids(attempts.stream().map(Delivery::noticeId).toList()),
                SqlArray.texts(attempts.stream().map(Delivery::channel).toList()),
                SqlArray.of("int4", attempts.stream().map(Delivery::attempts).toList()),
                SqlArray.texts(arrived.stream().map(Arrived::detail).toList()),
                SqlArray.instants(arrived.stream().map(Arrived::at).toList())));
    }

    @Override
    public void giveBack(Delivery attempt) {
        sql.update(
                """
                update delivery set state = ?, attempts = attempts - 1, lease_until = null
                where notice_id = ? and channel = ? and attempts = ? and state = 'ATTEMPT_STARTED'
                """,
                attempt.state().name(),
                attempt.noticeId(),
                attempt.channel().name(),
                attempt.attempts());
        planned.fire(new NoticePlanned());
    }

    @Override
    public boolean ended(
            Delivery attempt, DeliveryState state, @Nullable Instant tryAfter, String detail, Instant now) {
        DeliveryState next = DeliveryState.ATTEMPT_STARTED.to(state);
        // The number of the attempt tells whose it is: after the lease another sender may have it.
        return sql.update(
                        """
                        update delivery set state = ?, try_after = coalesce(?, try_after), detail = ?,
                          lease_until = null, delivered_at = case when ? then ? else delivered_at end
                        where notice_id = ? and channel = ? and attempts = ?
                          and state in ('ATTEMPT_STARTED', 'UNKNOWN')
                        """,
                        next.name(),
                        tryAfter,
                        detail,
                        next == DeliveryState.DELIVERED,
                        now,
                        attempt.noticeId(),
                        attempt.channel().name(),
                        attempt.attempts())
                == 1;
    }

    @Override
    public void recordCall(UUID noticeId, String detail, Instant at) {
        sql.update(
                "insert into delivery (notice_id, channel, state, attempts, try_after, delivered_at, detail)"
                        + " values (?, ?, ?, 1, ?, ?, ?) on conflict do nothing",
                noticeId,
                Channel.CALL.name(),
                DeliveryState.DELIVERED.name(),
                at,
                at,
                detail);
    }

    @Override
    public long waiting(Instant now) {
        return sql.number("""
                select (select count(*) from (select 1 from delivery where state = 'ATTEMPT_STARTED' limit ?) started)
                  + (select count(*) from (select 1 from unnest(?) as c (channel) join delivery d using (channel)
                     where d.state in ('PLANNED', 'UNKNOWN') and d.try_after <= ? limit ?) due)
                """, COUNT_MAX, CHANNELS, now, COUNT_MAX);
    }

    @Override
    public @Nullable Instant nextAt() {
        // One index probe for each channel instead of a look at all that waits.
        return sql.query("""
                        select min(next.try_after) as next_at from unnest(?) as c (channel) cross join lateral (
                          select try_after from delivery
                          where state in ('PLANNED', 'UNKNOWN') and channel = c.channel order by try_after limit 1) next
                        """, row -> Optional.ofNullable(Sql.instantOrNull(row, "next_at")), CHANNELS)
                .get(0)
                .orElse(null);
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getObject("notice_id", UUID.class),
                Channel.valueOf(row.getString("channel")),
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Sql.instantOrNull(row, "delivered_at"),
                row.getString("detail"),
                row.getString("title"),
                row.getString("body"));
    }
}
