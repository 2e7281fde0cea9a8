package io.orderjourney.notification.notices.db;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.messaging.TraceContexts;
import io.orderjourney.notification.notices.DateChange;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.notices.Notice.NoticeState;
import io.orderjourney.notification.notices.NoticePlan;
import io.orderjourney.notification.notices.Notices;
import io.orderjourney.notification.notices.Notices.NoticePlanned;
import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The tables {@code notice}, {@code notice_part} and {@code readiness}. */
@ApplicationScoped
class JdbcNotices implements Notices {

    private static final String NEXT_PART = "(select coalesce(max(part), 0) + 1 from notice_part where notice_id = ?)";

    /** A message can leave when its order is known here and its customer can be reached. */
    private static final String CAN_LEAVE = """
            from notice n join watched_journey j using (journey_id) join customer_contact c using (customer_id)
            where n.state = 'PLANNED'
            """;

    /** More work than this is this much work. */
    private static final int COUNT_MAX = 10_000;

    private final Sql sql;
    private final NoticeRows rows;
    private final Event<NoticePlanned> planned;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    JdbcNotices(DataSource database, Event<NoticePlanned> planned) {
        this.sql = new Sql(database);
        this.planned = planned;
        this.rows = new NoticeRows(sql);
    }

    @Override
    public Optional<Notice> openBatch(UUID journeyId) {
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
        return insert(id, journeyId, plannedAt, sendAfter, freeText).orElseThrow();
    }

    @Override
    public Optional<Notice> openReply(UUID journeyId) {
        return rows
                .notices(
                        "where journey_id = ? and state = 'PLANNED' and free_text is not null"
                                + " and exists (select 1 from notice_part p where p.notice_id = n.notice_id"
                                + " and p.subject = 'INQUIRY_UPDATE') order by planned_at limit 1 for update of n",
                        journeyId)
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Notice> startReply(UUID id, UUID journeyId, Instant plannedAt, Instant sendAfter, String text) {
        return insert(id, journeyId, plannedAt, sendAfter, text);
    }

    @Override
    public void eraseReply(UUID id) {
        sql.update("""
                update notice set free_text = null, why = 'the reply was erased',
                  state = case when state = 'PLANNED' then 'DROPPED' else state end
                where notice_id = ?
                """, id);
    }

    private Optional<Notice> insert(
            UUID id, UUID journeyId, Instant plannedAt, Instant sendAfter, @Nullable String freeText) {
        String trace = TraceContexts.current();
        Optional<Long> number =
                sql.first("""
                        insert into notice (notice_id, journey_id, state, planned_at, send_after, free_text, traceparent)
                        values (?, ?, 'PLANNED', ?, ?, ?, ?) on conflict (notice_id) do nothing returning number
                        """, row -> row.getLong(1), id, journeyId, plannedAt, sendAfter, freeText, trace);
        number.ifPresent(added -> planned.fire(new NoticePlanned()));
        return number.map(added -> new Notice(
                id,
                added,
                journeyId,
                null,
                NoticeState.PLANNED,
                plannedAt,
                sendAfter,
                null,
                freeText,
                null,
                trace,
                List.of()));
    }

    @Override
    public void add(Notice notice, NoticeSubject subject, @Nullable Integer readiness) {
        if (readiness != null) {
            sql.update("update notice set readiness = ? where notice_id = ?", readiness, notice.id());
        }
        if (!notice.tells(subject)) {
            sql.update(
                    "insert into notice_part (notice_id, part, subject) values (?, " + NEXT_PART + ", ?)",
                    notice.id(),
                    notice.id(),
                    subject.name());
        }
    }

    @Override
    public void remove(Notice notice, NoticeSubject subject) {
        sql.update("delete from notice_part where notice_id = ? and subject = ?", notice.id(), subject.name());
    }

    @Override
    public void add(Notice notice, DateChange change) {
        ReasonCode reason = change.reason();
        sql.update(
                "insert into notice_part (notice_id, part, promise_id, kind, revision, first_promised_at,"
                        + " believed_due_at, believed_anchor_at, precision, window_start_at, due_at, reason,"
                        + " after_turn)"
                        + " values (?, " + NEXT_PART + ", ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
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
                reason == null ? null : reason.name(),
                change.afterCustomersTurn());
    }

    @Override
    public void remove(Notice notice, UUID promiseId) {
        sql.update("delete from notice_part where notice_id = ? and promise_id = ?", notice.id(), promiseId);
    }

    @Override
    public void sendAfter(Notice notice, Instant sendAfter) {
        sql.update("update notice set send_after = ? where notice_id = ?", sendAfter, notice.id());
        planned.fire(new NoticePlanned());
    }

    @Override
    public Optional<Notice> find(UUID id) {
        return rows.notices("where notice_id = ?", id).stream().findFirst();
    }

    @Override
    public Optional<Notice> numbered(long number) {
        return rows.notices("where number = ?", number).stream().findFirst();
    }

    @Override
    public List<Notice> of(UUID journeyId) {
        return rows.notices("where journey_id = ? order by number", journeyId);
    }

    @Override
    public List<Notice> ofForChange(Collection<UUID> journeyIds) {
        SqlArray journeys = SqlArray.uuids(journeyIds);
        // First held, then read: what somebody else did until then is seen.
        sql.query(
                "select 1 from notice where journey_id = any(?) and state = 'PLANNED' order by notice_id for update",
                row -> row.getInt(1),
                journeys);
        return rows.notices("where journey_id = any(?) order by number", journeys);
    }

    @Override
    public void store(Collection<NoticePlan> plans) {
        if (new PlanRows(sql).store(plans)) {
            planned.fire(new NoticePlanned());
        }
    }

    @Override
    public List<UUID> due(Instant now, int atMost) {
        return sql.query(
                "select n.notice_id " + CAN_LEAVE + " and n.send_after <= ? order by n.send_after, n.notice_id limit ?",
                row -> row.getObject("notice_id", UUID.class),
                now,
                atMost);
    }

    @Override
    public List<Notice> takePlanned(Collection<UUID> ids) {
        return rows.notices(
                "where notice_id = any(?) and state = 'PLANNED' for update of n skip locked", SqlArray.uuids(ids));
    }

    @Override
    public List<Notice> find(Collection<UUID> ids) {
        return rows.notices("where notice_id = any(?)", SqlArray.uuids(ids));
    }

    @Override
    public void change(Collection<Notice> notices) {
        new PlanRows(sql).change(List.copyOf(notices));
    }

    @Override
    public void dropped(Notice notice, String why) {
        sql.update("update notice set state = 'DROPPED', why = ? where notice_id = ?", why, notice.id());
    }

    @Override
    public void eraseAllOf(UUID customerId, String why) {
        sql.update("""
                update notice set state = 'DROPPED', why = ?
                where state = 'PLANNED'
                  and journey_id in (select journey_id from watched_journey where customer_id = ?)
                """, why, customerId);
        sql.update("""
                update delivery set title = null, body = null, detail = null
                where notice_id in (select notice_id from notice where journey_id in
                  (select journey_id from watched_journey where customer_id = ?))
                """, customerId);
        sql.update("""
                update notice set free_text = null where free_text is not null
                  and journey_id in (select journey_id from watched_journey where customer_id = ?)
                """, customerId);
    }

    @Override
    public long waiting(Instant now) {
        return sql.number(
                "select count(*) from (select 1 " + CAN_LEAVE + " and n.send_after <= ? limit ?) due", now, COUNT_MAX);
    }

    @Override
    public @Nullable Instant nextAt() {
        return sql.first(
                        "select n.send_after " + CAN_LEAVE + " order by n.send_after, n.notice_id limit 1",
                        row -> Sql.instant(row, "send_after"))
                .orElse(null);
    }

    @Override
    public void readiness(UUID journeyId, int readiness, boolean ready) {
        // A withdrawn readiness does not come back, in whatever order its events arrive: the next one has a higher
        // number.
        sql.update("""
                insert into readiness (journey_id, readiness, ready) values (?, ?, ?)
                on conflict (journey_id) do update set readiness = excluded.readiness,
                  ready = excluded.ready and (readiness.ready or readiness.readiness < excluded.readiness)
                where readiness.readiness <= excluded.readiness
                """, journeyId, readiness, ready);
    }

    @Override
    public OptionalInt readyNow(UUID journeyId) {
        Integer ready = readyNow(List.of(journeyId)).get(journeyId);
        return ready == null ? OptionalInt.empty() : OptionalInt.of(ready);
    }

    @Override
    public Map<UUID, Integer> readyNow(Collection<UUID> journeyIds) {
        return sql
                .query(
                        "select journey_id, readiness from readiness where journey_id = any(?) and ready",
                        row -> Map.entry(row.getObject("journey_id", UUID.class), row.getInt("readiness")),
                        SqlArray.uuids(journeyIds))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
