package io.orderjourney.foresight;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.ToDoubleFunction;

/**
 * When work will be done that is not done now: for each day, the chance that it is still open when the day ends. It looks
 * {@value #HORIZON_DAYS} days ahead.
 */
public final class RemainingTime {

    static final int HORIZON_DAYS = 90;

    private final LocalDate today;
    private final double[] openAfter;

    private RemainingTime(LocalDate today, double[] openAfter) {
        this.today = today;
        this.openAfter = openAfter;
    }

    /**
     * @param chance that work open in the morning is done on the day
     * @param shareOver the share of today's work that is usually done by now
     */
    static RemainingTime of(ToDoubleFunction<LocalDate> chance, LocalDate today, double shareOver) {
        double[] openAfter = new double[HORIZON_DAYS];
        double open = 1;
        for (int ahead = 0; ahead < HORIZON_DAYS; ahead++) {
            double done = chance.applyAsDouble(today.plusDays(ahead));
            // Of today only the rest is left, and that it was not done so far speaks against it.
            open *= ahead == 0 ? (1 - done) / (1 - done * shareOver) : 1 - done;
            openAfter[ahead] = open;
        }
        return new RemainingTime(today, openAfter);
    }

    /** The chance that it is still open when the day ends; 1 for days that are over. */
    public double openAfter(LocalDate day) {
        long ahead = ChronoUnit.DAYS.between(today, day);
        return ahead < 0 ? 1 : openAfter[(int) Math.min(ahead, HORIZON_DAYS - 1)];
    }

    /** The chance that it is done by the end of {@code day}, given that it is not by the end of {@code missed}. */
    public double doneBy(LocalDate day, LocalDate missed) {
        return 1 - openAfter(day) / openAfter(missed);
    }

    /** The first day after {@code missed} by which it is done with this chance, given that it is not done by {@code missed}. */
    public LocalDate dayWithChance(double chance, LocalDate missed) {
        LocalDate day = missed.plusDays(1);
        LocalDate last = today.plusDays(HORIZON_DAYS - 1);
        while (day.isBefore(last) && doneBy(day, missed) < chance) {
            day = day.plusDays(1);
        }
        return day;
    }
}
