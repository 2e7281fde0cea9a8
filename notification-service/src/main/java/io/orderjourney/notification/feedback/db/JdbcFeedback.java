package io.orderjourney.notification.feedback.db;

import io.orderjourney.contracts.ContractJson;
import io.orderjourney.notification.feedback.Feedback;
import io.orderjourney.notification.feedback.FeedbackCause;
import io.orderjourney.notification.feedback.FeedbackPolicy;
import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The tables {@code feedback_due}, {@code feedback_customer}, {@code feedback}, {@code feedback_count} and
 * {@code feedback_policy}.
 */
@ApplicationScoped
class JdbcFeedback implements Feedback.Answers {

    private static final String SHIPPED = "/io/orderjourney/notification/feedback/feedback-policy.json";
    private static final Duration KNOWN_FOR = Duration.ofSeconds(1);
    private static final int DUE_COUNTED_MAX = 1_000;

    private final Sql sql;
    private final FeedbackPolicy shipped;
    private volatile @Nullable Known known;

    /** Asked with every hand-over, and changed a few times a year. */
    private record Known(FeedbackPolicy policy, long readAtNanos) {}

    JdbcFeedback(DataSource database) {
        this.sql = new Sql(database);
        try (InputStream in = JdbcFeedback.class.getResourceAsStream(SHIPPED)) {
            this.shipped = ContractJson.read(Objects.requireNonNull(in, SHIPPED).readAllBytes(), FeedbackPolicy.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void plan(Collection<UUID> journeyIds, Instant askAt) {
        sql.update(
                "insert into feedback_due (journey_id, ask_at) select id, ? from unnest(?) as due (id) order by id"
                        + " on conflict do nothing",
                askAt,
                SqlArray.uuids(journeyIds));
    }

    @Override
    public List<UUID> takeDue(Instant now, int atMost) {
        return sql.query("""
                delete from feedback_due where journey_id in (
                  select journey_id from feedback_due where ask_at <= ? order by ask_at limit ? for update skip locked)
                returning journey_id
                """, row -> row.getObject("journey_id", UUID.class), now, atMost);
    }

    @Override
    public long due(Instant now) {
        return sql.number(
                "select count(*) from (select 1 from feedback_due where ask_at <= ? limit ?) due",
                now,
                DUE_COUNTED_MAX);
    }

    @Override
    public @Nullable Instant nextAt() {
        return sql.first("select ask_at from feedback_due order by ask_at limit 1", row -> Sql.instant(row, "ask_at"))
                .orElse(null);
    }

    private record Customer(UUID id, Feedback.AskedBefore before) {}

    @Override
    public Map<UUID, Feedback.AskedBefore> askedBefore(Collection<UUID> customerIds) {
        return sql
                .query(
                        "select customer_id, asked_at, opted_out from feedback_customer where customer_id = any(?)",
                        row -> new Customer(
                                row.getObject("customer_id", UUID.class),
                                new Feedback.AskedBefore(
                                        Sql.instantOrNull(row, "asked_at"), row.getBoolean("opted_out"))),
                        SqlArray.uuids(customerIds))
                .stream()
                .collect(Collectors.toMap(Customer::id, Customer::before));
    }

    @Override
    public void asked(Collection<UUID> customerIds, Instant at) {
        sql.update(
                "insert into feedback_customer (customer_id, asked_at) select id, ? from unnest(?) as asked (id) order by id"
                        + " on conflict (customer_id) do update set asked_at = excluded.asked_at",
                at,
                SqlArray.uuids(customerIds));
    }

    @Override
    public void optOut(UUID customerId) {
        sql.update(
                "insert into feedback_customer (customer_id, opted_out) values (?, true)"
                        + " on conflict (customer_id) do update set opted_out = true",
                customerId);
    }

    @Override
    public Optional<Feedback> find(UUID journeyId) {
        return sql.first("select * from feedback where journey_id = ?", JdbcFeedback::feedback, journeyId);
    }

    @Override
    public boolean add(Feedback feedback, LocalDate day) {
        int added = sql.update(
                "insert into feedback (journey_id, customer_id, rating, cause, words, code, given_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                feedback.journeyId(),
                feedback.customerId(),
                feedback.rating(),
                feedback.cause(),
                feedback.words(),
                feedback.code(),
                feedback.givenAt());
        if (added == 1) {
            sql.update(
                    "insert into feedback_count as known (day, cause, rating, answers) values (?, ?, ?, 1)"
                            + " on conflict (day, cause, rating) do update set answers = known.answers + 1",
                    day,
                    feedback.cause(),
                    feedback.rating());
        }
        return added == 1;
    }

    @Override
    public List<Feedback> list(@Nullable Place after, int atMost) {
        return sql.query(
                """
                select * from feedback where (?::timestamptz is null or (given_at, journey_id) < (?, ?))
                order by given_at desc, journey_id desc limit ?
                """,
                JdbcFeedback::feedback,
                after == null ? null : after.givenAt(),
                after == null ? null : after.givenAt(),
                after == null ? null : after.journeyId(),
                atMost);
    }

    @Override
    public List<Count> counts(LocalDate from, LocalDate until) {
        return sql.query(
                "select cause, rating, sum(answers) as answers from feedback_count where day >= ? and day < ?"
                        + " group by cause, rating order by cause, rating",
                row -> new Count(
                        FeedbackCause.valueOf(row.getString("cause")), row.getInt("rating"), row.getLong("answers")),
                from,
                until);
    }

    @Override
    public void erase(UUID customerId) {
        sql.update("delete from feedback where customer_id = ?", customerId);
        sql.update("delete from feedback_customer where customer_id = ?", customerId);
    }

    @Override
    public FeedbackPolicy policy() {
        Known before = known;
        if (before != null && System.nanoTime() - before.readAtNanos() < KNOWN_FOR.toNanos()) {
            return before.policy();
        }
        Known read = new Known(
                sql.first(
                                "select policy from feedback_policy",
                                row -> ContractJson.read(
                                        row.getString("policy").getBytes(StandardCharsets.UTF_8), FeedbackPolicy.class))
                        .orElse(shipped),
                System.nanoTime());
        known = read;
        return read.policy();
    }

    @Override
    public void put(FeedbackPolicy policy) {
        sql.update("""
                insert into feedback_policy (the_only, policy) values (true, ?)
                on conflict (the_only) do update set policy = excluded.policy
                """, new String(ContractJson.write(policy), StandardCharsets.UTF_8));
        known = null;
    }

    private static Feedback feedback(ResultSet row) throws SQLException {
        return new Feedback(
                row.getObject("journey_id", UUID.class),
                row.getObject("customer_id", UUID.class),
                row.getInt("rating"),
                FeedbackCause.valueOf(row.getString("cause")),
                row.getString("words"),
                row.getString("code"),
                Sql.instant(row, "given_at"));
    }
}
