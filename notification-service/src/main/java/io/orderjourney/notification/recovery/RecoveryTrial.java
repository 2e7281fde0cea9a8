package io.orderjourney.notification.recovery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a ladder would have given, if it had been in force when these failures happened: tried before it is switched on. It
 * decides with the same rules, and gives nothing. What it remembers is by customer and order that failed, not by promise.
 */
public final class RecoveryTrial {

    private final RecoveryPolicy policy;
    private final ZoneId zone;
    private final Map<UUID, Deque<Instant>> failures = new HashMap<>();
    private final Map<UUID, Set<Remedy>> given = new HashMap<>();
    private final Map<Remedy, Integer> remedies = new EnumMap<>(Remedy.class);
    private final SortedMap<LocalDate, Long> months = new TreeMap<>();
    private final int[] applied;
    private final Set<UUID> customers = new HashSet<>();
    private int failed;
    private int overBudget;

    /** @param zone of the shop: its months have budgets */
    public RecoveryTrial(RecoveryPolicy policy, ZoneId zone) {
        this.policy = policy.switchedOn();
        this.zone = zone;
        this.applied = new int[policy.ladder().size()];
    }

    /**
     * What would have been given.
     *
     * @param failures promises that ended badly
     * @param journeys orders in which something would have been done
     * @param customers for whom
     * @param remedies how often each would have been given
     * @param rules how often each rule of the ladder would have been the one that counts, in the order of the ladder
     * @param overBudget how often the budget of a month would have been used up: a call and a mail would have remained
     * @param months what each month would have cost, by its first day
     */
    public record Outcome(
            int failures,
            int journeys,
            int customers,
            Map<Remedy, Integer> remedies,
            List<Integer> rules,
            int overBudget,
            SortedMap<LocalDate, Long> months) {

        /** What all of it would have cost at most. */
        public long costMinor() {
            return months.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** The next failure, in the order in which they ended. */
    public void add(PastFailure past) {
        failed++;
        Failure failure = new Failure(past.late(), past.unannounced(), repeats(past), past.valueMinor(), past.cause());
        Optional<RecoveryRule> rule = policy.ruleFor(failure);
        rule.ifPresent(counts -> recover(counts, past));
    }

    private int repeats(PastFailure past) {
        Deque<Instant> known = failures.computeIfAbsent(past.customerId(), any -> new ArrayDeque<>());
        Instant since = past.endedAt().minus(Duration.ofDays(policy.repeatWithinDays()));
        while (!known.isEmpty() && known.peekFirst().isBefore(since)) {
            known.removeFirst();
        }
        known.addLast(past.endedAt());
        return known.size();
    }

    private void recover(RecoveryRule rule, PastFailure past) {
        Set<Remedy> before = given.computeIfAbsent(past.journeyId(), any -> EnumSet.noneOf(Remedy.class));
        List<Remedy> missing = rule.missing(before::contains);
        if (missing.isEmpty()) {
            return;
        }
        applied[policy.ladder().lastIndexOf(rule)]++;
        customers.add(past.customerId());
        long cost = rule.costOf(missing);
        LocalDate month = past.endedAt().atZone(zone).toLocalDate().withDayOfMonth(1);
        long spent = months.getOrDefault(month, 0L);
        boolean paid = missing.stream().noneMatch(Remedy::isCostly) || spent + cost <= policy.budgetMinor();
        if (paid) {
            months.put(month, spent + cost);
        } else {
            overBudget++;
        }
        // What the budget leaves out is not given later either.
        before.addAll(missing);
        missing.stream()
                .filter(remedy -> paid || !remedy.isCostly())
                .forEach(remedy -> remedies.merge(remedy, 1, Integer::sum));
    }

    /** What came of it so far. */
    public Outcome outcome() {
        return new Outcome(
                failed,
                given.size(),
                customers.size(),
                Map.copyOf(remedies),
                Arrays.stream(applied).boxed().toList(),
                overBudget,
                new TreeMap<>(months));
    }
}
