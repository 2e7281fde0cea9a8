package io.orderjourney.notification.answers;

import io.orderjourney.contracts.CustomerAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page behind an answer link shows, before it has words.
 *
 * @param language BCP 47
 * @param dates what was promised before and is promised now; empty if nobody waits for any of it any more
 * @param answer what the customer answered last; absent if nothing yet
 * @param wish the time he asked for, in words; absent without one
 * @param earliest local date and time before which a wish makes no sense
 * @param phone whom to call
 * @param hours when somebody answers, as the policy writes it
 * @param trouble what could not be taken just now; absent if nothing went wrong
 */
public record AnswerPage(
        String language,
        String orderNumber,
        long number,
        List<PromisedDate> dates,
        @Nullable CustomerAnswer answer,
        @Nullable String wish,
        String earliest,
        String phone,
        String hours,
        @Nullable Trouble trouble) {

    /**
     * One promise.
     *
     * @param before the time the customer believed in, in words
     * @param now the promise as it is told now
     */
    public record PromisedDate(String before, String now) {}

    /** Why an answer was not taken. */
    public enum Trouble {
        /** The wish is no time, or has passed, or is too far away. */
        WISH_IMPOSSIBLE,
        /** He changed his mind too often. */
        TOO_MANY_ANSWERS
    }

    /** Nobody waits for any of it any more: there is nothing to answer. */
    public boolean isOver() {
        return dates.isEmpty();
    }

    public AnswerPage with(Trouble seen) {
        return new AnswerPage(language, orderNumber, number, dates, answer, wish, earliest, phone, hours, seen);
    }
}
