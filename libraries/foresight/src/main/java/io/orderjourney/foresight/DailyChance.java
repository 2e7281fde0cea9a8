package io.orderjourney.foresight;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * The chance that open work is done on a given day: its hazard, by the age of the work, by how long the promise allowed (which says
 * how far the way was thought to be), by the day of the week, and by the hand-over to a partner where that is known.
 */
final class DailyChance {

    /** Ages in days from which the chance may run another way. */
    private static final double[] AGE_KNOTS = {5, 8, 12, 17, 23, 30, 40};

    private static final double[] LOG_AGE_KNOTS =
            Arrays.stream(AGE_KNOTS).map(Math::log).toArray();

    private static final int WEEKDAYS = 7;
    private static final int SIZE = 1 + (WEEKDAYS - 1) + 1 + AGE_KNOTS.length + 8;

    private final LogisticRegression regression = new LogisticRegression(SIZE);
    private final double[] features = new double[SIZE];

    double on(LocalDate day, Work work) {
        describe(day, work);
        return regression.chance(features);
    }

    /** Learns from each day that each work was open: was it done on that day? */
    void learn(Iterable<? extends HandlingHistory.Course> courses, LocalDate from, LocalDate before) {
        regression.fit(example -> courses.forEach(course -> {
            LocalDate first = later(course.firstDay(), from);
            LocalDate last = course.lastDayBefore(before);
            for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
                describe(day, course.work());
                example.take(features, course.isDoneOn(day));
            }
        }));
    }

    private void describe(LocalDate day, Work work) {
        double age = work.ageOn(day);
        double lead = work.leadDays();
        double logAge = Math.log(age);
        double logLead = Math.log(lead);
        int at = 0;
        features[at++] = 1;
        for (int weekday = 2; weekday <= WEEKDAYS; weekday++) {
            features[at++] = day.getDayOfWeek().getValue() == weekday ? 1 : 0;
        }
        features[at++] = logAge;
        for (double knot : LOG_AGE_KNOTS) {
            features[at++] = Math.max(logAge - knot, 0);
        }
        features[at++] = logLead;
        features[at++] = logAge * logLead;
        // What draws near its date is hurried, what is past it is stuck or was lost.
        double share = logAge - logLead;
        features[at++] = Math.max(share + Math.log(2), 0);
        features[at++] = Math.max(share, 0);
        long past = Math.max(0, ChronoUnit.DAYS.between(work.promisedOn(), day));
        features[at++] = past > 0 ? 1 : 0;
        features[at++] = Math.log1p(past);
        LocalDateTime handedOverAt = work.handedOverAt();
        long daysAway = handedOverAt == null ? 0 : ChronoUnit.DAYS.between(handedOverAt.toLocalDate(), day);
        features[at++] = daysAway > 0 ? 1 : 0;
        features[at] = daysAway > 0 ? Math.log(daysAway) : 0;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
