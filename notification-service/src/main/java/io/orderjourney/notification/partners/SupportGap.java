package io.orderjourney.notification.partners;

import io.orderjourney.time.OpeningRange;
import io.orderjourney.time.WeeklyHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/** How long in an ordinary week the shop needs a partner whose support is closed. */
public final class SupportGap {

    private static final int DAY_MINUTES = 24 * 60;

    private SupportGap() {}

    /** What the shop needs around the clock: a site that is down on Saturday at eleven loses the weekend. */
    public static final WeeklyHours ALWAYS = WeeklyHours.everyDay(OpeningRange.ALL_DAY);

    public static Duration inAWeek(WeeklyHours needed, WeeklyHours support) {
        int minutes = 0;
        for (DayOfWeek day : DayOfWeek.values()) {
            for (OpeningRange range : needed.on(day)) {
                minutes += minutes(range) - covered(range, support.on(day));
            }
        }
        return Duration.ofMinutes(minutes);
    }

    private static int covered(OpeningRange needed, List<OpeningRange> support) {
        return support.stream()
                .mapToInt(
                        range -> Math.max(0, Math.min(end(needed), end(range)) - Math.max(start(needed), start(range))))
                .sum();
    }

    private static int minutes(OpeningRange range) {
        return end(range) - start(range);
    }

    private static int start(OpeningRange range) {
        return range.from().toSecondOfDay() / 60;
    }

    private static int end(OpeningRange range) {
        return range.until().equals(LocalTime.MIDNIGHT)
                ? DAY_MINUTES
                : range.until().toSecondOfDay() / 60;
    }
}
