package io.orderjourney.notification.notices.db;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.notification.db.Statements;
import io.orderjourney.notification.notices.DateChange;
import io.orderjourney.notification.notices.Delivery;
import io.orderjourney.notification.notices.DeliveryState;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.notices.NoticePlanned;
import io.orderjourney.notification.notices.NoticeState;
import io.orderjourney.notification.notices.Notices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The tables {@code notice}, {@code notice_part}, {@code delivery} and {@code readiness}. */
@ApplicationScoped
class JdbcNotices implements Notices {

    private static final String NEXT_PART = "(select coalesce(max(part), 0) + 1 from notice_part where notice_id = ?)";

    /** A message can leave when its order is known here and its customer can be reached. */
    private static final String CAN_LEAVE = """
            from notice n join watched_journey j using (journey_id) join customer_contact c using (customer_id)
            where n.state = 'PLANNED'
            """;

    private final Statements statements;
    private final NoticeRows rows;
    private final Event<NoticePlanned> planned;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    JdbcNotices(DataSource database, Event<NoticePlanned> planned) {
        this.statements = new Statements(database);
        this.planned = planned;
        this.rows = new NoticeRows(statements);
    }

    @Override
    public Optional<Notice> growing(UUID journeyId) {
        return rows
                .notices(
                        "where journey_id = ? and state = 'PLANNED' and free_text is null"
                                + " order by planned_at limit 1 for update",
                        journeyId)
                .stream()
                .findFirst();
    }

    @Override
    public Notice start(UUID journeyId, Instant plannedAt, Instant sendAfter, @Nullable String freeText) {
        UUID id = ids.generate();
        long number = statements
                .query("""
                        insert into notice (notice_id, journey_id, state, planned_at, send_after, free_text)
                        values (?, ?, 'PLANNED', ?, ?, ?) returning number
                        """, row -> row.getLong(1), id, journeyId, plannedAt, sendAfter, freeText)
                .get(0);
        planned.fire(new NoticePlanned());
        return new Notice(
                id,
                number,
                journeyId,
                null,
                NoticeState.PLANNED,
                plannedAt,
                sendAfter,
                null,
                freeText,
                null,
                List.of());
    }

    @Override
    public void add(Notice notice, NoticeSubject subject, @Nullable Integer readiness) {
        if (readiness != null) {
            statements.update("update notice set readiness = ? where notice_id = ?", readiness, notice.id());
        }
        if (!notice.tells(subject)) {
            statements.update(
                    "insert into notice_part (notice_id, part, subject) values (?, " + NEXT_PART + ", ?)",
                    notice.id(),
                    notice.id(),
                    subject.name());
        }
    }

    @Override
    public void remove(Notice notice, NoticeSubject subject) {
        statements.update("delete from notice_part where notice_id = ? and subject = ?", notice.id(), subject.name());
    }

    @Override
    public boolean wasToldToCome(UUID journeyId) {
        return statements
                .query(
                        "select p.subject from notice n join notice_part p using (notice_id)"
                                + " where n.journey_id = ? and n.state = 'LEFT'"
                                + " and p.subject in ('READY_FOR_PICKUP', 'READINESS_WITHDRAWN')"
                                + " order by n.number desc, p.part desc limit 1",
                        row -> row.getString(1),
                        journeyId)
                .stream()
                .anyMatch(NoticeSubject.READY_FOR_PICKUP.name()::equals);
    }

    @Override
    public void add(Notice notice, DateChange change) {
        ReasonCode reason = change.reason();
        statements.update(
                "insert into notice_part (notice_id, part, promise_id, kind, revision, first_promised_at,"
                        + " believed_due_at, believed_anchor_at, precision, window_start_at, due_at, reason)"
                        + " values (?, " + NEXT_PART + ", ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                notice.id(),
                notice.id(),
                change.promiseId(),
                change.kind().name(),
                change.revision(),
                change.firstPromisedAt(),
                change.believedDueAt(),
                change.believedAnchorAt(),
                change.precision().name(),
                change.windowStartAt(),
                change.dueAt(),
                reason == null ? null : reason.name());
    }

    @Override
    public Optional<DateChange> lastLeft(UUID promiseId) {
        return rows
                .notices(
                        "where n.state = 'LEFT' and n.notice_id in (select p.notice_id from notice_part p"
                                + " where p.promise_id = ?) order by n.number desc limit 1",
                        promiseId)
                .stream()
                .flatMap(notice -> notice.newDateOf(promiseId).stream())
                .findFirst();
    }

    @Override
    public void remove(Notice notice, UUID promiseId) {
        statements.update("delete from notice_part where notice_id = ? and promise_id = ?", notice.id(), promiseId);
    }

    @Override
    public void sendAfter(Notice notice, Instant sendAfter) {
        statements.update("update notice set send_after = ? where notice_id = ?", sendAfter, notice.id());
        planned.fire(new NoticePlanned());
    }

    @Override
    public Optional<Notice> find(UUID id) {
        return rows.notices("where notice_id = ?", id).stream().findFirst();
    }

    @Override
    public List<Notice> of(UUID journeyId) {
        return rows.notices("where journey_id = ? order by number", journeyId);
    }

    @Override
    public List<UUID> due(Instant now, int atMost) {
        return statements.query(
                "select n.notice_id " + CAN_LEAVE + " and n.send_after <= ? order by n.send_after, n.notice_id limit ?",
                row -> row.getObject("notice_id", UUID.class),
                now,
                atMost);
    }

    @Override
    public Optional<Notice> takePlanned(UUID id) {
        return rows.notices("where notice_id = ? and state = 'PLANNED' for update of n skip locked", id).stream()
                .findFirst();
    }

    @Override
    public void left(Notice notice, Collection<Channel> channels, Instant now) {
        statements.update("update notice set state = 'LEFT' where notice_id = ?", notice.id());
        channels.forEach(channel -> another(notice.id(), channel, now));
    }

    @Override
    public void dropped(Notice notice, String why) {
        statements.update("update notice set state = 'DROPPED', why = ? where notice_id = ?", why, notice.id());
    }

    @Override
    public void dropAllOf(UUID customerId, String why) {
        statements.update("""
                update notice set state = 'DROPPED', why = ?, free_text = null
                where state = 'PLANNED'
                  and journey_id in (select journey_id from watched_journey where customer_id = ?)
                """, why, customerId);
    }

    @Override
    public List<Delivery> deliveries(UUID noticeId) {
        return rows.deliveries("where notice_id = ? order by channel", noticeId);
    }

    @Override
    public List<Delivery> claim(Channel channel, Instant now, Duration lease, int atMost) {
        // A lease is about how long a process may be at work: the server's own time, not the shop's.
        statements.update("""
                update delivery set state = 'UNKNOWN', lease_until = null, detail = 'the sender ended in mid-attempt'
                where state = 'ATTEMPT_STARTED' and lease_until < clock_timestamp()
                """);
        return statements.query("""
                with chosen as (
                  select notice_id, channel, state from delivery
                  where state in ('PLANNED', 'UNKNOWN') and channel = ? and try_after <= ?
                  order by try_after limit ? for update skip locked)
                update delivery d set state = 'ATTEMPT_STARTED', attempts = attempts + 1,
                  lease_until = clock_timestamp() + make_interval(secs => ?)
                from chosen c where d.notice_id = c.notice_id and d.channel = c.channel
                returning d.notice_id, d.channel, c.state, d.attempts, d.handed_over_at, d.detail, d.title, d.body
                """, NoticeRows::delivery, channel.name(), now, atMost, lease.toSeconds());
    }

    @Override
    public boolean renew(Delivery attempt, Duration lease) {
        return statements.update(
                        """
                        update delivery set lease_until = clock_timestamp() + make_interval(secs => ?)
                        where notice_id = ? and channel = ? and state = 'ATTEMPT_STARTED' and attempts = ?
                        """,
                        lease.toSeconds(),
                        attempt.noticeId(),
                        attempt.channel().name(),
                        attempt.attempts())
                == 1;
    }

    @Override
    public boolean ended(
            Delivery attempt, DeliveryState state, @Nullable Instant tryAfter, String detail, Instant now) {
        DeliveryState next = DeliveryState.ATTEMPT_STARTED.to(state);
        // The number of the attempt tells whose it is: after a lease has run out, another sender may be at it.
        return statements.update(
                        """
                        update delivery set state = ?, try_after = coalesce(?, try_after), detail = ?,
                          lease_until = null, handed_over_at = case when ? then ? else handed_over_at end
                        where notice_id = ? and channel = ? and attempts = ?
                          and state in ('ATTEMPT_STARTED', 'UNKNOWN')
                        """,
                        next.name(),
                        tryAfter,
                        detail,
                        next == DeliveryState.HANDED_OVER,
                        now,
                        attempt.noticeId(),
                        attempt.channel().name(),
                        attempt.attempts())
                == 1;
    }

    @Override
    public void words(Delivery attempt, String title, String body) {
        statements.update(
                "update delivery set title = ?, body = ? where notice_id = ? and channel = ?",
                title,
                body,
                attempt.noticeId(),
                attempt.channel().name());
    }

    @Override
    public void another(UUID noticeId, Channel channel, Instant now) {
        statements.update(
                "insert into delivery (notice_id, channel, state, attempts, try_after)"
                        + " values (?, ?, 'PLANNED', 0, ?) on conflict do nothing",
                noticeId,
                channel.name(),
                now);
        planned.fire(new NoticePlanned());
    }

    @Override
    public void toldByPhone(UUID noticeId, String detail, Instant at) {
        statements.update(
                "insert into delivery (notice_id, channel, state, attempts, try_after, handed_over_at, detail)"
                        + " values (?, ?, ?, 1, ?, ?, ?) on conflict do nothing",
                noticeId,
                Channel.CALL.name(),
                DeliveryState.HANDED_OVER.name(),
                at,
                at,
                detail);
    }

    @Override
    public long waiting(Instant now) {
        return statements
                .query(
                        "select (select count(*) " + CAN_LEAVE + " and n.send_after <= ?)" + """
                 + (select count(*) from delivery where state = 'ATTEMPT_STARTED'
                      or (state in ('PLANNED', 'UNKNOWN') and try_after <= ?))
                """,
                        row -> row.getLong(1),
                        now,
                        now)
                .get(0);
    }

    @Override
    public @Nullable Instant nextAt() {
        return statements
                .query(
                        "select least((select min(n.send_after) " + CAN_LEAVE + "),"
                                + " (select min(try_after) from delivery where state in ('PLANNED', 'UNKNOWN'))) as next_at",
                        row -> Optional.ofNullable(Statements.instantOrNull(row, "next_at")))
                .get(0)
                .orElse(null);
    }

    @Override
    public void readiness(UUID journeyId, int readiness, boolean ready) {
        // A readiness that was withdrawn does not come back, in whatever order its events arrive: the next one counts
        // on.
        statements.update("""
                insert into readiness (journey_id, readiness, ready) values (?, ?, ?)
                on conflict (journey_id) do update set readiness = excluded.readiness,
                  ready = excluded.ready and (readiness.ready or readiness.readiness < excluded.readiness)
                where readiness.readiness <= excluded.readiness
                """, journeyId, readiness, ready);
    }

    @Override
    public OptionalInt readyNow(UUID journeyId) {
        return statements
                .query(
                        "select readiness from readiness where journey_id = ? and ready",
                        row -> row.getInt("readiness"),
                        journeyId)
                .stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }
}
