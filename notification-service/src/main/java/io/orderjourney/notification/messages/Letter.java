package io.orderjourney.notification.messages;

import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.notification.notices.DateChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message says, before it has words.
 *
 * @param language BCP 47
 * @param number of the notice, the same on every channel
 * @param news in the order in which it is told
 * @param newDates promises with another date than the customer believes
 * @param promised everything that is promised now, as told to the customer
 * @param freeText what a person wants to say; absent otherwise
 * @param phone whom to call
 * @param hours when somebody answers, as the policy writes it: {@code Mon-Fri 09:00-20:00}
 * @param answerLink where the customer accepts, chooses or cancels; with new dates only
 */
public record Letter(
        String language,
        String orderNumber,
        long number,
        String pickupPoint,
        List<NoticeSubject> news,
        List<NewDate> newDates,
        List<String> promised,
        @Nullable String freeText,
        String phone,
        String hours,
        @Nullable String answerLink) {

    /**
     * A promise with another date.
     *
     * @param before the time the customer believes in, in words
     * @param told the promise as it is told now
     * @param turn how the new date looks to him
     */
    public record NewDate(String before, String told, DateChange.Turn turn) {}

    /** Whether something comes later than the customer believes. */
    public boolean apologises() {
        return newDates.stream().anyMatch(date -> date.turn() == DateChange.Turn.DELAY);
    }

    /** The copy that the shop keeps: whoever reads it must not be able to answer for the customer. */
    public Letter forTheShop() {
        return new Letter(
                language, orderNumber, number, pickupPoint, news, newDates, promised, freeText, phone, hours, null);
    }
}
