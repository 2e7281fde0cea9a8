package io.orderjourney.notification.ledger.db;

import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.notification.ledger.EndedPromise;
import io.orderjourney.notification.ledger.LedgerStatus;
import io.orderjourney.notification.ledger.Score;
import io.orderjourney.notification.ledger.Scores;
import io.orderjourney.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The table {@code promise_score}. */
@ApplicationScoped
class JdbcScores implements Scores {

    private static final String OF_PERIOD =
            " as grp, status, count(*) as n from promise_score where first_promised_at >= ? and first_promised_at < ?"
                    + " group by 1, 2 order by 1, 2";

    private final Sql sql;

    JdbcScores(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public void record(Collection<EndedPromise> ended) {
        sql.update(
                """
                insert into promise_score (promise_id, journey_id, kind, desk, partner, pickup_point, first_promised_at,
                  week, ended_at, kept, status, reason)
                select e.promise_id, e.journey_id, e.kind, e.desk, e.partner, e.pickup_point,
                  e.first_promised_at::timestamptz, e.week::date, e.ended_at::timestamptz, e.kept, e.status, e.reason
                from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::boolean[], ?::text[], ?::text[])
                  as e (promise_id, journey_id, kind, desk, partner, pickup_point, first_promised_at, week, ended_at,
                    kept, status, reason)
                order by e.promise_id
                on conflict (promise_id) do update set status = excluded.status, reason = excluded.reason
                where promise_score.status <> excluded.status
                """,
                ended.stream().map(one -> one.promise().id()).toArray(UUID[]::new),
                ended.stream().map(one -> one.promise().journeyId()).toArray(UUID[]::new),
                texts(ended, one -> one.promise().kind().name()),
                texts(ended, one -> one.promise().desk().name()),
                texts(ended, one -> one.promise().partner()),
                texts(ended, EndedPromise::pickupPoint),
                texts(ended, one -> one.promise().firstPromisedAt().toString()),
                texts(ended, one -> one.week().toString()),
                texts(ended, one -> one.endedAt().toString()),
                ended.stream().map(one -> one.promise().keptAt() != null).toArray(Boolean[]::new),
                texts(ended, one -> one.status().name()),
                texts(ended, JdbcScores::reason));
    }

    private static @Nullable String reason(EndedPromise one) {
        ReasonCode reason = one.reason();
        return reason == null ? null : reason.name();
    }

    private static @Nullable String[] texts(
            Collection<EndedPromise> ended, Function<EndedPromise, @Nullable String> text) {
        return ended.stream().map(text).toArray(String[]::new);
    }

    private record Count(String group, LedgerStatus status, long count) {}

    @Override
    public List<Score> of(Score.By by, Instant from, Instant until) {
        List<Count> counts = sql.query(
                switch (by) {
                    case DESK -> "select desk" + OF_PERIOD;
                    case KIND -> "select kind" + OF_PERIOD;
                    case PARTNER -> "select coalesce(partner, '-')" + OF_PERIOD;
                    case PICKUP_POINT -> "select coalesce(pickup_point, '-')" + OF_PERIOD;
                    case WEEK -> "select week::text" + OF_PERIOD;
                    case REASON -> "select coalesce(reason, '-')" + OF_PERIOD;
                },
                row -> new Count(row.getString("grp"), LedgerStatus.valueOf(row.getString("status")), row.getLong("n")),
                from,
                until);
        Map<String, Map<LedgerStatus, Long>> groups = new LinkedHashMap<>();
        counts.forEach(count -> groups.computeIfAbsent(count.group(), group -> new EnumMap<>(LedgerStatus.class))
                .put(count.status(), count.count()));
        return groups.entrySet().stream()
                .map(group -> new Score(group.getKey(), group.getValue()))
                .toList();
    }

    @Override
    public List<Place> ended(Filter filter, @Nullable Place after, int atMost) {
        StringBuilder sql = new StringBuilder("select ended_at, promise_id, journey_id from promise_score where true");
        List<Object> values = new ArrayList<>();
        add(
                sql,
                values,
                " and desk = ?",
                filter.desk() == null ? null : filter.desk().name());
        add(
                sql,
                values,
                " and status = ?",
                filter.status() == null ? null : filter.status().name());
        add(sql, values, " and kept = ?", filter.kept());
        Score.By by = filter.by();
        if (by != null) {
            add(
                    sql,
                    values,
                    switch (by) {
                        case DESK -> " and desk = ?";
                        case KIND -> " and kind = ?";
                        case PARTNER -> " and coalesce(partner, '-') = ?";
                        case PICKUP_POINT -> " and coalesce(pickup_point, '-') = ?";
                        case WEEK -> " and week::text = ?";
                        case REASON -> " and coalesce(reason, '-') = ?";
                    },
                    filter.group());
        }
        add(sql, values, " and first_promised_at >= ?", filter.from());
        add(sql, values, " and first_promised_at < ?", filter.until());
        if (after != null) {
            sql.append(" and (ended_at, promise_id) < (?, ?)");
            values.add(after.endedAt());
            values.add(after.promiseId());
        }
        values.add(atMost);
        return this.sql.query(
                sql.append(" order by ended_at desc, promise_id desc limit ?").toString(),
                row -> new Place(
                        Sql.instant(row, "ended_at"),
                        row.getObject("promise_id", UUID.class),
                        row.getObject("journey_id", UUID.class)),
                values.toArray());
    }

    private static void add(StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }
}
