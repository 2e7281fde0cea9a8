package io.orderjourney.notification.watch.db;

import io.orderjourney.contracts.EscalationLevel;

/** How rungs stand in the narrow tables. The numbers are stored: they never change their meaning. */
final class RungCode {

    /** No rung, only a time at which to look at a journey again. */
    static final int LOOK = 9;

    private RungCode() {}

    static int of(EscalationLevel rung) {
        return switch (rung) {
            case FORESEEN -> 0;
            case REMINDER -> 1;
            case REQUEST_NEW_DATE -> 2;
            case AUTO_RESCHEDULE -> 3;
            case OVERDUE -> 4;
            case MISSED -> 5;
        };
    }

    static EscalationLevel rung(int code) {
        for (EscalationLevel rung : EscalationLevel.values()) {
            if (of(rung) == code) {
                return rung;
            }
        }
        throw new IllegalArgumentException("No rung has the code " + code);
    }
}
