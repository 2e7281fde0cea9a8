package io.orderjourney.notification.board;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.state.DeskPolicy;
import io.orderjourney.promises.DeskLoad;
import io.orderjourney.time.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A desk whose work of today does not fit into its hours, and who could help. It is said by the hour, so that people are moved
 * before the queue is late.
 *
 * @param shortFromAt the end of the first hour by which more is due than can be done
 * @param tooMuch how many pieces of today's work do not fit until the desk closes
 * @param work how long the whole desk would work on them
 * @param helper the desk with the most time to spare; null if none has any
 * @param spare how long that one has nothing to do today
 */
public record HandsGap(
        Desk desk,
        Instant shortFromAt,
        long tooMuch,
        Duration work,
        @Nullable Desk helper,
        Duration spare) {

    /** Less is not worth the way between two desks. */
    static final Duration SPARE_MIN = Duration.ofMinutes(15);

    private static final int MINUTES = 60;

    /** What a desk has to do today, and when. */
    public record Today(Desk desk, DeskLoad load, BusinessCalendar hours, DeskPolicy policy) {

        private Instant closingAt(Instant now) {
            return hours.closingAt(now);
        }

        private Duration spare(Instant now) {
            if (!hours.isOpen(now)) {
                return Duration.ZERO;
            }
            long canDo = hours.between(now, closingAt(now)).toMinutes() * policy.perHour() / MINUTES;
            return minutesOf(Math.max(0, canDo - load.dueBy(closingAt(now))));
        }

        private Optional<HandsGap> gap(Instant now) {
            Instant closingAt = closingAt(now);
            long tooMuch = load.tooMuchUntil(closingAt, now, hours, policy);
            if (tooMuch == 0) {
                return Optional.empty();
            }
            Instant at = now.plus(Duration.ofHours(1));
            while (at.isBefore(closingAt) && load.tooMuchUntil(at, now, hours, policy) == 0) {
                at = at.plus(Duration.ofHours(1));
            }
            Instant shortFromAt = at.isBefore(closingAt) ? at : closingAt;
            return Optional.of(new HandsGap(desk, shortFromAt, tooMuch, minutesOf(tooMuch), null, Duration.ZERO));
        }

        private Duration minutesOf(long pieces) {
            return Duration.ofMinutes(pieces * MINUTES / Math.max(1, policy.perHour()));
        }
    }

    /**
     * The gaps of today, the longest first. A desk helps one other at a time, with what it has to spare; management, which
     * decides, is no helper.
     */
    public static List<HandsGap> of(List<Today> desks, Instant now) {
        Map<Desk, Duration> spare = new EnumMap<>(Desk.class);
        desks.stream()
                .filter(desk -> desk.desk() != Desk.MANAGEMENT)
                .forEach(desk -> spare.put(desk.desk(), desk.spare(now)));
        List<HandsGap> gaps = new ArrayList<>();
        desks.stream()
                .flatMap(desk -> desk.gap(now).stream())
                .sorted(Comparator.comparing(HandsGap::work).reversed())
                .forEach(gap -> gaps.add(helped(gap, spare)));
        return gaps;
    }

    private static HandsGap helped(HandsGap gap, Map<Desk, Duration> spare) {
        return spare.entrySet().stream()
                .filter(desk -> desk.getValue().compareTo(SPARE_MIN) >= 0)
                .max(Map.Entry.comparingByValue())
                .map(desk -> {
                    HandsGap helped = new HandsGap(
                            gap.desk, gap.shortFromAt, gap.tooMuch, gap.work, desk.getKey(), desk.getValue());
                    Duration left = desk.getValue().minus(gap.work);
                    desk.setValue(left.isNegative() ? Duration.ZERO : left);
                    return helped;
                })
                .orElse(gap);
    }
}
