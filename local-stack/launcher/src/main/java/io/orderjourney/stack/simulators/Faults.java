package io.orderjourney.stack.simulators;

/**
 * The faults that a caller of a simulator meets.
 *
 * @param down cuts every connection without an answer
 * @param garbage does its work and answers 200 with a page that is no JSON
 * @param responseDelayMillis real milliseconds before the answer
 * @param errorRate share of calls, from 0 to 1, that get {@code errorStatus}
 * @param errorStatus 0 means 503
 * @param errorAfterWork whether such a call did its work before the error, so that the caller cannot know
 */
public record Faults(
        boolean down,
        boolean garbage,
        long responseDelayMillis,
        double errorRate,
        int errorStatus,
        boolean errorAfterWork) {

    static final Faults NONE = new Faults(false, false, 0, 0, 0, false);

    int statusOfErrors() {
        return errorStatus == 0 ? 503 : errorStatus;
    }
}
