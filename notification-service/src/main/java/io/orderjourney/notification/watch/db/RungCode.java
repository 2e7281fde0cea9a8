package io.orderjourney.notification.watch.db;

import io.orderjourney.contracts.Rung;

/** How rungs stand in the narrow tables. The numbers are stored: they never change their meaning. */
final class RungCode {

    /** No rung, only a time at which to look at a journey again. */
    static final int LOOK = 9;

    private RungCode() {}

    static int of(Rung rung) {
        return switch (rung) {
            case FORESEEN -> 0;
            case NUDGE -> 1;
            case ASK -> 2;
            case LAST_WORD -> 3;
            case OVERRUN -> 4;
            case DUE -> 5;
        };
    }

    static Rung rung(int code) {
        for (Rung rung : Rung.values()) {
            if (of(rung) == code) {
                return rung;
            }
        }
        throw new IllegalArgumentException("No rung has the code " + code);
    }
}
