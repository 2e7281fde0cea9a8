package io.orderjourney.notification.watch.db;

import io.orderjourney.contracts.EscalationLevel;

/** How escalation levels stand in the narrow tables. The numbers are stored: they never change their meaning. */
final class EscalationCode {

    /** No level, only a time at which to reassess a journey. */
    static final int REASSESS = 9;

    private EscalationCode() {}

    static int of(EscalationLevel level) {
        return switch (level) {
            case FORESEEN -> 0;
            case REMINDER -> 1;
            case REQUEST_NEW_DATE -> 2;
            case AUTO_RESCHEDULE -> 3;
            case OVERDUE -> 4;
            case MISSED -> 5;
            case CUSTOMER_REMINDER -> 6;
            case WAITING_EXPIRED -> 7;
        };
    }

    static EscalationLevel level(int code) {
        for (EscalationLevel level : EscalationLevel.values()) {
            if (of(level) == code) {
                return level;
            }
        }
        throw new IllegalArgumentException("No level has the code " + code);
    }
}
