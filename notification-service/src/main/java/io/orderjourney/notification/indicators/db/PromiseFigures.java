package io.orderjourney.notification.indicators.db;

import io.micrometer.core.instrument.MeterRegistry;
import io.orderjourney.contracts.Desk;
import io.orderjourney.operations.Figure;
import io.orderjourney.operations.SampledFigures;
import io.orderjourney.sql.Sql;
import io.orderjourney.time.BusinessClock;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * How the open promises stand. A sample counts up to 100,000 of them and looks at the thousand that are due next, so it costs the same however
 * many are open; beyond that PostgreSQL's own estimate is good enough.
 */
@Singleton
class PromiseFigures implements SampledFigures {

    private static final int COUNTED_MAX = 100_000;
    private static final int LOOKED_AT = 1_000;

    private static final String OPEN = """
            select count(*) from (
              select 1 from promise where kept_at is null and withdrawn_at is null limit ?) open
            """;

    private static final String ESTIMATE = "select reltuples::bigint from pg_class where relname = 'promise_due'";

    /** A slip counts as long as the promise has the revision that it was predicted for. While the customer has to act, nobody is late. */
    private static final String STANDING = """
            with next as (
              select id, desk, due_at, revision, waiting_reason from promise
              where kept_at is null and withdrawn_at is null order by due_at, id limit ?
            )
            select next.desk,
              count(*) filter (where next.due_at < ?) as overdue,
              count(*) filter (where next.due_at >= ? and w.predicted_revision = next.revision
                and w.predicted_at > next.due_at) as at_risk,
              min(next.due_at) as oldest_at
            from next left join promise_watch w on w.promise_id = next.id
            where next.waiting_reason is null group by next.desk
            """;

    private final Sql sql;
    private final BusinessClock clock;
    private final Figure open;
    private final Figure oldestOverdue;
    private final Map<Desk, Figure> atRisk = new EnumMap<>(Desk.class);
    private final Map<Desk, Figure> overdue = new EnumMap<>(Desk.class);

    PromiseFigures(DataSource database, BusinessClock clock, MeterRegistry registry) {
        this.sql = new Sql(database);
        this.clock = clock;
        this.open = Figure.of(registry, "journey.promises.open", "Open promises; estimated beyond 100,000");
        this.oldestOverdue = Figure.of(
                registry, "journey.promises.oldest.overdue.seconds", "For how long the oldest open promise is overdue");
        for (Desk desk : Desk.values()) {
            atRisk.put(
                    desk,
                    Figure.of(
                            registry,
                            "journey.promises.at.risk",
                            "Of the thousand that are due next: expected to slip",
                            "desk",
                            desk.name()));
            overdue.put(
                    desk,
                    Figure.of(
                            registry,
                            "journey.promises.overdue",
                            "Of the thousand that are due first: overdue",
                            "desk",
                            desk.name()));
        }
    }

    /** How the promises of one desk stand. */
    private record Standing(Desk desk, long overdue, long atRisk, Instant oldestAt) {}

    @Override
    public void sample() {
        long counted = sql.number(OPEN, COUNTED_MAX);
        open.set(counted < COUNTED_MAX ? counted : Math.max(counted, sql.number(ESTIMATE)));
        Instant now = clock.instant();
        List<Standing> desks = sql.query(
                STANDING,
                row -> new Standing(
                        Desk.valueOf(row.getString("desk")),
                        row.getLong("overdue"),
                        row.getLong("at_risk"),
                        Sql.instant(row, "oldest_at")),
                LOOKED_AT,
                now,
                now);
        atRisk.values().forEach(figure -> figure.set(0));
        overdue.values().forEach(figure -> figure.set(0));
        for (Standing desk : desks) {
            set(atRisk.get(desk.desk()), desk.atRisk());
            set(overdue.get(desk.desk()), desk.overdue());
        }
        oldestOverdue.set(desks.stream()
                .mapToLong(desk -> Duration.between(desk.oldestAt(), now).toSeconds())
                .filter(seconds -> seconds > 0)
                .max()
                .orElse(0));
    }

    private static void set(@Nullable Figure figure, long value) {
        if (figure != null) {
            figure.set(value);
        }
    }

    @Override
    public void forget() {
        open.forget();
        oldestOverdue.forget();
        atRisk.values().forEach(Figure::forget);
        overdue.values().forEach(Figure::forget);
    }
}
