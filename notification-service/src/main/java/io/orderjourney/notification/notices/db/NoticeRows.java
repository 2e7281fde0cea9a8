package io.orderjourney.notification.notices.db;

import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.notification.notices.DateChange;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.notices.Notice.NoticeState;
import io.orderjourney.notification.notices.NoticePart;
import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads messages with their parts. */
final class NoticeRows {

    private final Sql sql;

    NoticeRows(Sql sql) {
        this.sql = sql;
    }

    private record PartRow(UUID noticeId, NoticePart part) {}

    List<Notice> notices(String where, @Nullable Object... values) {
        List<Notice> heads = sql.query(
                "select n.*, (select j.customer_id from watched_journey j where j.journey_id = n.journey_id) as customer_id"
                        + " from notice n " + where,
                NoticeRows::head,
                values);
        if (heads.isEmpty()) {
            return heads;
        }
        Map<UUID, Notice> byId = heads.stream().collect(Collectors.toMap(Notice::id, notice -> notice));
        Map<UUID, List<NoticePart>> parts = sql
                .query(
                        "select * from notice_part where notice_id = any(?) order by notice_id, part",
                        row -> part(row, byId),
                        SqlArray.uuids(byId.keySet()))
                .stream()
                .collect(Collectors.groupingBy(
                        PartRow::noticeId, Collectors.mapping(PartRow::part, Collectors.toList())));
        List<Notice> whole = new ArrayList<>();
        heads.forEach(head -> whole.add(head.with(parts.getOrDefault(head.id(), List.of()))));
        return whole;
    }

    private static Notice head(ResultSet row) throws SQLException {
        return new Notice(
                row.getObject("notice_id", UUID.class),
                row.getLong("number"),
                row.getObject("journey_id", UUID.class),
                row.getObject("customer_id", UUID.class),
                NoticeState.valueOf(row.getString("state")),
                Sql.instant(row, "planned_at"),
                Sql.instant(row, "send_after"),
                row.getObject("readiness", Integer.class),
                row.getString("free_text"),
                row.getString("why"),
                row.getString("traceparent"),
                List.of());
    }

    private static PartRow part(ResultSet row, Map<UUID, Notice> notices) throws SQLException {
        UUID noticeId = row.getObject("notice_id", UUID.class);
        String subject = row.getString("subject");
        if (subject != null) {
            return new PartRow(noticeId, new NoticePart.News(NoticeSubject.valueOf(subject)));
        }
        Notice head = Objects.requireNonNull(notices.get(noticeId));
        String reason = row.getString("reason");
        DateChange change = new DateChange(
                row.getObject("promise_id", UUID.class),
                head.journeyId(),
                new PromiseKind(row.getString("kind")),
                row.getInt("revision"),
                Sql.instant(row, "first_promised_at"),
                Sql.instant(row, "believed_due_at"),
                Sql.instant(row, "believed_anchor_at"),
                Precision.valueOf(row.getString("precision")),
                Sql.instantOrNull(row, "window_start_at"),
                Sql.instant(row, "due_at"),
                reason == null ? null : ReasonCode.valueOf(reason),
                row.getBoolean("after_turn"));
        return new PartRow(noticeId, new NoticePart.NewDate(change));
    }
}
