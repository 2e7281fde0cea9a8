package io.orderjourney.notification.answers;

import io.orderjourney.contracts.CustomerAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page behind an answer link shows, in no language yet.
 *
 * @param language BCP 47
 * @param dates what was promised before and is promised now; empty if nobody waits for any of it any more
 * @param answer what the customer answered last; absent if nothing yet
 * @param requested the time they asked for, in words; absent without one
 * @param earliest local date and time before which no time can be requested
 * @param phone whom to call
 * @param hours when somebody answers, as the policy writes it
 * @param trouble why the last answer was refused; absent if it was not
 */
public record AnswerPage(
        String language,
        String orderNumber,
        long number,
        List<ChangedDate> dates,
        @Nullable CustomerAnswer answer,
        @Nullable String requested,
        String earliest,
        String phone,
        String hours,
        @Nullable Trouble trouble) {

    /**
     * One promise.
     *
     * @param before the last date, in words
     * @param now the promise as it is told now
     * @param appointment the customer arranges to be there: a time, no time limit
     */
    public record ChangedDate(String before, String now, boolean appointment) {}

    /** Why an answer was refused. */
    public enum Trouble {
        /** The requested time is no time, has passed, or is too far away. */
        TIME_NOT_POSSIBLE,
        /** The customer answered too often. */
        TOO_MANY_ANSWERS
    }

    /** Nobody waits for any of it any more: there is nothing to answer. */
    public boolean isOver() {
        return dates.isEmpty();
    }

    /** Whether a changed date is an appointment: then it is a new time, no new time limit. */
    public boolean movesAppointment() {
        return dates.stream().anyMatch(ChangedDate::appointment);
    }

    public AnswerPage with(Trouble seen) {
        return new AnswerPage(language, orderNumber, number, dates, answer, requested, earliest, phone, hours, seen);
    }
}
