package io.orderjourney.notification.recovery.db;

import io.orderjourney.contracts.ContractJson;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.notification.ledger.LedgerStatus;
import io.orderjourney.notification.recovery.DiscountCode;
import io.orderjourney.notification.recovery.PastFailure;
import io.orderjourney.notification.recovery.Recovery;
import io.orderjourney.notification.recovery.Recovery.Recoveries;
import io.orderjourney.notification.recovery.RecoveryPolicy;
import io.orderjourney.notification.recovery.Remedy;
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
 * The tables {@code recovery}, {@code recovery_part}, {@code recovery_failure}, {@code discount_code},
 * {@code recovery_policy} and {@code recovery_policy_change}.
 */
@ApplicationScoped
class JdbcRecoveries implements Recoveries {

    private static final String SHIPPED = "/io/orderjourney/notification/recovery/recovery-policy.json";
    private static final int FAILURES_MAX = 100;
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final Duration KNOWN_FOR = Duration.ofSeconds(1);

    private final Sql sql;
    private final RecoveryPolicy shipped;
    private volatile @Nullable Known known;

    /** Asked with every promise that ends, and changed a few times a year. */
    private record Known(RecoveryPolicy policy, long readAtNanos) {}

    JdbcRecoveries(DataSource database) {
        this.sql = new Sql(database);
        try (InputStream in = JdbcRecoveries.class.getResourceAsStream(SHIPPED)) {
            this.shipped = ContractJson.read(Objects.requireNonNull(in, SHIPPED).readAllBytes(), RecoveryPolicy.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public boolean failed(UUID customerId, UUID promiseId, Instant at) {
        return sql.update(
                        "insert into recovery_failure (customer_id, promise_id, at) values (?, ?, ?) on conflict do nothing",
                        customerId,
                        promiseId,
                        at)
                == 1;
    }

    @Override
    public int failures(UUID customerId, Instant since) {
        return (int) sql.number(
                "select count(*) from (select 1 from recovery_failure where customer_id = ? and at >= ? limit ?) known",
                customerId,
                since,
                FAILURES_MAX);
    }

    @Override
    public Optional<Recovery> findForChange(UUID journeyId) {
        return sql
                .query("select * from recovery where journey_id = ? for update", JdbcRecoveries::head, journeyId)
                .stream()
                .map(head -> withParts(head, parts(List.of(journeyId))))
                .findFirst();
    }

    @Override
    public void begin(UUID journeyId, UUID customerId, Duration late, long costMinor, Instant at) {
        sql.update("""
                insert into recovery as known (journey_id, customer_id, late_seconds, cost_minor, opened_at)
                values (?, ?, ?, ?, ?)
                on conflict (journey_id) do update set late_seconds = greatest(known.late_seconds, excluded.late_seconds),
                  cost_minor = known.cost_minor + excluded.cost_minor
                """, journeyId, customerId, late.toSeconds(), costMinor, at);
    }

    @Override
    public void add(UUID journeyId, Recovery.Part part) {
        sql.update("""
                insert into recovery_part (journey_id, remedy, reference, left_out) values (?, ?, ?, ?)
                on conflict do nothing
                """, journeyId, part.remedy(), part.reference(), part.leftOut());
    }

    @Override
    public boolean spend(LocalDate month, long amountMinor, long budgetMinor) {
        sql.update("insert into recovery_spending (month, spent_minor) values (?, 0) on conflict do nothing", month);
        return sql.update(
                        "update recovery_spending set spent_minor = spent_minor + ? where month = ? and spent_minor + ? <= ?",
                        amountMinor,
                        month,
                        amountMinor,
                        budgetMinor)
                == 1;
    }

    @Override
    public long spent(LocalDate month) {
        return sql.first("select spent_minor from recovery_spending where month = ?", row -> row.getLong(1), month)
                .orElse(0L);
    }

    @Override
    public void addCode(DiscountCode code, UUID journeyId) {
        sql.update(
                "insert into discount_code (code, journey_id, percent, valid_until) values (?, ?, ?, ?)",
                code.code(),
                journeyId,
                code.percent(),
                code.validUntilAt());
    }

    @Override
    public Optional<DiscountCode> code(String code) {
        return sql.first(
                "select * from discount_code where code = ?",
                row -> new DiscountCode(
                        row.getString("code"),
                        row.getInt("percent"),
                        Sql.instant(row, "valid_until"),
                        Sql.instantOrNull(row, "redeemed_at")),
                code);
    }

    @Override
    public boolean redeem(String code, String orderNumber, Instant at) {
        return sql.update("""
                        update discount_code set redeemed_at = ?, order_number = ?
                        where code = ? and redeemed_at is null and valid_until > ?
                        """, at, orderNumber, code, at) == 1;
    }

    @Override
    public List<Recovery> list(@Nullable Place after, int atMost) {
        List<Recovery> heads = sql.query(
                """
                select * from recovery where (?::timestamptz is null or (opened_at, journey_id) < (?, ?))
                order by opened_at desc, journey_id desc limit ?
                """,
                JdbcRecoveries::head,
                after == null ? null : after.openedAt(),
                after == null ? null : after.openedAt(),
                after == null ? null : after.journeyId(),
                atMost);
        Map<UUID, List<Recovery.Part>> parts =
                parts(heads.stream().map(Recovery::journeyId).toList());
        return heads.stream().map(head -> withParts(head, parts)).toList();
    }

    @Override
    public RecoveryPolicy policy() {
        Known before = known;
        if (before != null && System.nanoTime() - before.readAtNanos() < KNOWN_FOR.toNanos()) {
            return before.policy();
        }
        Known read = new Known(read(), System.nanoTime());
        known = read;
        return read.policy();
    }

    private RecoveryPolicy read() {
        return sql.first(
                        "select policy from recovery_policy",
                        row -> ContractJson.read(
                                row.getString("policy").getBytes(StandardCharsets.UTF_8), RecoveryPolicy.class))
                .orElse(shipped);
    }

    @Override
    public void put(RecoveryPolicy policy, String by, Instant at) {
        String written = new String(ContractJson.write(policy), StandardCharsets.UTF_8);
        sql.update("""
                insert into recovery_policy (the_only, policy) values (true, ?)
                on conflict (the_only) do update set policy = excluded.policy
                """, written);
        sql.update(
                "insert into recovery_policy_change (changed_at, changed_by, policy) values (?, ?, ?)",
                at,
                by,
                written);
        known = null;
    }

    @Override
    public List<Change> changes(int atMost) {
        return sql.query(
                "select changed_at, changed_by, policy from recovery_policy_change order by number desc limit ?",
                row -> new Change(
                        Sql.instant(row, "changed_at"),
                        row.getString("changed_by"),
                        ContractJson.read(
                                row.getString("policy").getBytes(StandardCharsets.UTF_8), RecoveryPolicy.class)),
                atMost);
    }

    @Override
    public List<PastFailure> pastFailures(Instant since, @Nullable PastFailure after, int atMost) {
        return sql.query(
                """
                select s.promise_id, s.journey_id, j.customer_id, s.first_promised_at, s.status, s.reason, s.ended_at,
                  j.total_minor
                from promise_score s join watched_journey j using (journey_id)
                where (s.ended_at, s.promise_id) > (?, ?) and s.ended_at >= s.first_promised_at
                  and s.kind <> 'NEXT_UPDATE'
                  and s.status in ('MISSED_UNANNOUNCED', 'RESCHEDULED_LATE', 'RESCHEDULED_WITH_NOTICE')
                order by s.ended_at, s.promise_id limit ?
                """,
                JdbcRecoveries::pastFailure,
                after == null ? since : after.endedAt(),
                after == null ? BEFORE_ALL : after.promiseId(),
                atMost);
    }

    private static PastFailure pastFailure(ResultSet row) throws SQLException {
        Instant endedAt = Sql.instant(row, "ended_at");
        String reason = row.getString("reason");
        return new PastFailure(
                row.getObject("promise_id", UUID.class),
                row.getObject("journey_id", UUID.class),
                row.getObject("customer_id", UUID.class),
                Duration.between(Sql.instant(row, "first_promised_at"), endedAt),
                row.getString("status").equals(LedgerStatus.MISSED_UNANNOUNCED.name()),
                row.getLong("total_minor"),
                reason == null ? null : ReasonCode.valueOf(reason),
                endedAt);
    }

    @Override
    public Returns returns(Instant from, Instant until) {
        return sql.first("""
                        select count(*) as redeemed, coalesce(sum(j.total_minor), 0) as orders
                        from discount_code c left join watched_journey j using (order_number)
                        where c.redeemed_at >= ? and c.redeemed_at < ?
                        """, row -> new Returns(row.getInt("redeemed"), row.getLong("orders")), from, until)
                .orElseThrow();
    }

    private record PartOf(UUID journeyId, Recovery.Part part) {}

    private Map<UUID, List<Recovery.Part>> parts(Collection<UUID> journeyIds) {
        return sql
                .query(
                        "select * from recovery_part where journey_id = any(?) order by journey_id, remedy",
                        row -> new PartOf(
                                row.getObject("journey_id", UUID.class),
                                new Recovery.Part(
                                        Remedy.valueOf(row.getString("remedy")),
                                        row.getObject("reference", UUID.class),
                                        row.getString("left_out"))),
                        SqlArray.uuids(journeyIds))
                .stream()
                .collect(Collectors.groupingBy(
                        PartOf::journeyId, Collectors.mapping(PartOf::part, Collectors.toList())));
    }

    private static Recovery head(ResultSet row) throws SQLException {
        return new Recovery(
                row.getObject("journey_id", UUID.class),
                Duration.ofSeconds(row.getLong("late_seconds")),
                Sql.instant(row, "opened_at"),
                row.getLong("cost_minor"),
                List.of());
    }

    private static Recovery withParts(Recovery head, Map<UUID, List<Recovery.Part>> parts) {
        return new Recovery(
                head.journeyId(),
                head.late(),
                head.openedAt(),
                head.costMinor(),
                parts.getOrDefault(head.journeyId(), List.of()));
    }
}
