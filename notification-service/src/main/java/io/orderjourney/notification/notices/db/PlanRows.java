package io.orderjourney.notification.notices.db;

import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.notification.notices.DateChange;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.notices.NoticePart;
import io.orderjourney.notification.notices.NoticePlan;
import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes what was planned for many journeys: each kind of row in one statement, and none if there is nothing of it. */
final class PlanRows {

    private static final String START = """
            insert into notice (notice_id, journey_id, state, planned_at, send_after, readiness, traceparent)
            select p.notice_id, p.journey_id, p.state, p.planned_at, p.send_after, p.readiness, p.traceparent
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::int[], ?::text[])
              with ordinality as p (notice_id, journey_id, state, planned_at, send_after, readiness, traceparent, nth)
            order by p.nth
            """;

    private static final String CHANGE = """
            update notice n set state = c.state, send_after = c.send_after, readiness = c.readiness, why = c.why
            from unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::int[], ?::text[])
              as c (notice_id, state, send_after, readiness, why)
            where n.notice_id = c.notice_id
            """;

    private static final String REMOVE = """
            delete from notice_part p using unnest(?::uuid[], ?::text[], ?::uuid[]) as r (notice_id, subject, promise_id)
            where p.notice_id = r.notice_id and (p.subject = r.subject or p.promise_id = r.promise_id)
            """;

    /** The parts of a message are numbered in the order in which they came. */
    private static final String ADD = """
            insert into notice_part (notice_id, part, subject, promise_id, kind, revision, first_promised_at, believed_due_at,
              believed_anchor_at, precision, window_start_at, due_at, reason, after_turn)
            select a.notice_id,
              coalesce((select max(p.part) from notice_part p where p.notice_id = a.notice_id), 0)
                + row_number() over (partition by a.notice_id order by a.nth),
              a.subject, a.promise_id, a.kind, a.revision, a.first_promised_at, a.believed_due_at, a.believed_anchor_at,
              a.precision, a.window_start_at, a.due_at, a.reason, coalesce(a.after_turn, false)
            from unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::int[], ?::timestamptz[], ?::timestamptz[],
                ?::timestamptz[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::bool[])
              with ordinality as a (notice_id, subject, promise_id, kind, revision, first_promised_at, believed_due_at,
                believed_anchor_at, precision, window_start_at, due_at, reason, after_turn, nth)
            on conflict do nothing
            """;

    private final Sql sql;

    PlanRows(Sql sql) {
        this.sql = sql;
    }

    /** @return whether a message is to leave that was not, or at another time */
    boolean store(Collection<NoticePlan> plans) {
        List<Notice> started = all(plans, NoticePlan::started);
        List<Notice> changed = all(plans, NoticePlan::changed);
        start(started);
        change(changed);
        remove(all(plans, NoticePlan::removed));
        add(all(plans, NoticePlan::added));
        return !started.isEmpty() || !changed.isEmpty();
    }

    private void start(List<Notice> started) {
        if (!started.isEmpty()) {
            sql.update(
                    START,
                    SqlArray.uuids(each(started, Notice::id)),
                    SqlArray.uuids(each(started, Notice::journeyId)),
                    SqlArray.texts(each(started, Notice::state)),
                    SqlArray.instants(each(started, Notice::plannedAt)),
                    SqlArray.instants(each(started, Notice::sendAfter)),
                    SqlArray.of("int4", each(started, Notice::readiness)),
                    SqlArray.texts(each(started, Notice::traceparent)));
        }
    }

    /** Stores when messages leave, that they left, or that they are not sent. */
    void change(List<Notice> changed) {
        if (!changed.isEmpty()) {
            sql.update(
                    CHANGE,
                    SqlArray.uuids(each(changed, Notice::id)),
                    SqlArray.texts(each(changed, Notice::state)),
                    SqlArray.instants(each(changed, Notice::sendAfter)),
                    SqlArray.of("int4", each(changed, Notice::readiness)),
                    SqlArray.texts(each(changed, Notice::why)));
        }
    }

    private void remove(List<NoticePlan.Part> removed) {
        if (!removed.isEmpty()) {
            sql.update(
                    REMOVE,
                    SqlArray.uuids(each(removed, NoticePlan.Part::noticeId)),
                    SqlArray.texts(each(removed, PlanRows::subject)),
                    SqlArray.uuids(changes(removed, DateChange::promiseId)));
        }
    }

    private void add(List<NoticePlan.Part> added) {
        if (!added.isEmpty()) {
            sql.update(
                    ADD,
                    SqlArray.uuids(each(added, NoticePlan.Part::noticeId)),
                    SqlArray.texts(each(added, PlanRows::subject)),
                    SqlArray.uuids(changes(added, DateChange::promiseId)),
                    SqlArray.texts(changes(added, change -> change.kind().name())),
                    SqlArray.of("int4", changes(added, DateChange::revision)),
                    SqlArray.instants(changes(added, DateChange::firstPromisedAt)),
                    SqlArray.instants(changes(added, DateChange::believedDueAt)),
                    SqlArray.instants(changes(added, DateChange::believedAnchorAt)),
                    SqlArray.texts(changes(added, DateChange::precision)),
                    SqlArray.instants(changes(added, DateChange::windowStartAt)),
                    SqlArray.instants(changes(added, DateChange::dueAt)),
                    SqlArray.texts(changes(added, DateChange::reason)),
                    SqlArray.of("bool", changes(added, DateChange::afterCustomersTurn)));
        }
    }

    private static @Nullable NoticeSubject subject(NoticePlan.Part part) {
        return part.part() instanceof NoticePart.News news ? news.subject() : null;
    }

    /** A value of each new date; nothing in the place of news. */
    private static <V> List<@Nullable V> changes(List<NoticePlan.Part> parts, Function<DateChange, @Nullable V> value) {
        return each(parts, part -> part.part() instanceof NoticePart.NewDate date ? value.apply(date.change()) : null);
    }

    private static <T, V extends @Nullable Object> List<V> each(List<T> rows, Function<T, V> value) {
        List<V> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(value.apply(row)));
        return values;
    }

    private static <T> List<T> all(Collection<NoticePlan> plans, Function<NoticePlan, List<T>> part) {
        return plans.stream().flatMap(plan -> part.apply(plan).stream()).toList();
    }
}
