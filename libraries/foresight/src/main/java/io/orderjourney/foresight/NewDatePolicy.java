package io.orderjourney.foresight;

import java.time.LocalDate;

/**
 * Which new day a customer is given. What will probably be done soon gets a near day; what is stuck would break one, so it gets a day that
 * nearly always holds. A day between the two would be late for the first and uncertain for the second.
 *
 * <p>How probable is probable enough follows from the slips so far: each that got the near day raises the limit a little, each that
 * did not lowers it, so that in the long run the wanted share of slips gets the near day, however the times change.
 */
public final class NewDatePolicy {

    static final double LIMIT_AT_FIRST = 0.6;

    /** How far one slip moves the limit: within some dozens of slips it follows a season. */
    private static final double STEP = 0.03;

    private final int nearDays;
    private final double nearShare;
    private final double safeChance;
    private double limit = LIMIT_AT_FIRST;

    /**
     * @param nearDays the near day lies so many days after the due day
     * @param nearShare the share of slips that is given the near day, 0 to 1
     * @param safeChance the chance with which the other day holds
     */
    public NewDatePolicy(int nearDays, double nearShare, double safeChance) {
        this.nearDays = nearDays;
        this.nearShare = nearShare;
        this.safeChance = safeChance;
    }

    /** The first new day of work that is expected to miss {@code dueOn}. */
    public LocalDate newDay(RemainingTime remaining, LocalDate dueOn) {
        LocalDate near = dueOn.plusDays(nearDays);
        LocalDate safe = remaining.dayWithChance(safeChance, dueOn);
        boolean nearWillDo = safe.isAfter(near) && remaining.doneBy(near, dueOn) >= limit;
        return nearWillDo ? near : safe;
    }

    /** A due date passed, after this new day was given. */
    public void slipped(LocalDate dueOn, LocalDate newDay) {
        boolean near = !newDay.isAfter(dueOn.plusDays(nearDays));
        limit += STEP * ((near ? 1 : 0) - nearShare);
    }
}
