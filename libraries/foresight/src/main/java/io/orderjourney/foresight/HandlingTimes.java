package io.orderjourney.foresight;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long work takes, learned from what was done: a high quantile, so that a date said is a date kept. The narrowest group with
 * enough history speaks: kind, partner and day of the week; then kind and partner; then the kind; then the shop's policy. A group
 * keeps its latest {@value #KEPT_MAX} times, so that it follows a partner who became slower.
 */
public final class HandlingTimes {

    static final int KEPT_MAX = 200;
    /** Below this, the highest quantiles are a matter of chance. */
    static final int KEPT_MIN = 20;

    private final Map<Group, Deque<Duration>> groups = new HashMap<>();

    private record Group(
            String kind, @Nullable String partner, @Nullable DayOfWeek day) {}

    /**
     * Work is done.
     *
     * @param partner who did a part of it; absent for none
     * @param day on which it began
     */
    public void done(String kind, @Nullable String partner, DayOfWeek day, Duration took) {
        groupsOf(kind, partner, day).forEach(group -> {
            Deque<Duration> times = groups.computeIfAbsent(group, unknown -> new ArrayDeque<>());
            times.addLast(took);
            if (times.size() > KEPT_MAX) {
                times.removeFirst();
            }
        });
    }

    /**
     * The time within which this share of such work is done.
     *
     * @param share 0 to 1, e.g. 0.9
     * @param policy the answer while nothing is learned
     */
    public Duration within(double share, String kind, @Nullable String partner, DayOfWeek day, Duration policy) {
        Optional<Deque<Duration>> known = groupsOf(kind, partner, day).stream()
                .flatMap(group -> Optional.ofNullable(groups.get(group)).stream())
                .filter(times -> times.size() >= KEPT_MIN)
                .findFirst();
        return known.map(times -> {
                    List<Duration> sorted = times.stream().sorted().toList();
                    int place = (int) Math.ceil(share * sorted.size()) - 1;
                    return sorted.get(Math.max(0, place));
                })
                .orElse(policy);
    }

    private static List<Group> groupsOf(String kind, @Nullable String partner, DayOfWeek day) {
        Group narrow = new Group(kind, partner, day);
        Group wide = new Group(kind, null, null);
        return partner == null ? List.of(narrow, wide) : List.of(narrow, new Group(kind, partner, null), wide);
    }
}
