package io.orderjourney.notification.messages;

import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.WaitingReason;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message says, in no language yet.
 *
 * @param language BCP 47
 * @param number of the notice, the same on every channel
 * @param pickupPoint where the goods are handed over: its name, and after a comma its address; absent for an inquiry
 * @param goods what was ordered, in a line; empty if it is not known
 * @param toPay what is left to pay at the counter; absent if nothing or not known
 * @param counterHours when the pickup point is open, as the policy writes it
 * @param news in the order in which it is told
 * @param newDates promises whose date changed
 * @param turns what the shop waits for the customer for; empty if it is the shop's turn
 * @param end how the journey ended; absent while it is open
 * @param apology whether a delay is apologised for; not twice on one day for the same promise
 * @param promised every other open promise, as the customer is told it
 * @param freeText what staff want to say; absent otherwise
 * @param phone whom to call
 * @param hours when somebody answers, as the policy writes it: {@code Mon-Fri 09:00-20:00}
 * @param doubts promises that are probably kept later
 * @param changed what the customer changed about the order; absent if that is not told
 * @param parts which goods are where; absent if they are all in one place
 * @param code with which somebody else collects; empty for none, and hidden in the copy that the shop keeps
 * @param answerLink where the customer sees how the order stands and answers; absent in the copy that the shop keeps
 */
public record MessageContent(
        String language,
        String orderNumber,
        long number,
        @Nullable String pickupPoint,
        String goods,
        @Nullable Money toPay,
        String counterHours,
        List<NoticeSubject> news,
        List<NewDate> newDates,
        List<Turn> turns,
        @Nullable JourneyEnd end,
        boolean apology,
        List<String> promised,
        @Nullable String freeText,
        String phone,
        String hours,
        List<Doubt> doubts,
        @Nullable Changed changed,
        @Nullable Parts parts,
        String code,
        @Nullable String answerLink) {

    private static final String HIDDEN = "••••••";

    /**
     * Goods that the customer has, that are here and that are still to come, each in a line; empty for none.
     */
    public record Parts(String handedOver, String here, String coming) {

        /** What makes other words of the news that goods are ready: a part, the rest, or none of it for all of them. */
        public String variant() {
            if (!coming.isEmpty()) {
                return ".part";
            }
            return handedOver.isEmpty() ? "" : ".rest";
        }
    }

    /**
     * In what the order differs from what it was.
     *
     * @param added articles that are new in it, in a line; empty for none
     * @param removed articles that are not in it any more, in a line; empty for none
     * @param others articles of which it has more or fewer pieces
     * @param total what it costs now; absent for an order of before this was kept
     */
    public record Changed(
            String added,
            String removed,
            List<Quantity> others,
            @Nullable Money total) {}

    /** More or fewer pieces of one article. */
    public record Quantity(String name, int now, int before) {}

    /**
     * A promise that is probably kept later.
     *
     * @param told the promise as it is told
     * @param certain by when the customer hears for certain, in words
     */
    public record Doubt(String told, String certain) {}

    /** How a new date looks to the customer. */
    public enum DateShift {
        /** Later than the last date, or an agreed time that must be rearranged: the message apologises. */
        DELAY,
        /** Another time, because the customer asked for it. */
        AGREED,
        /** A time that follows a turn of the customer's; neither a delay nor an apology. */
        RESUMED,
        /** Another time to be called, because the customer did not answer; no apology for a call that was made. */
        NOT_REACHED,
        /** Not later than first promised, after a delay was announced. */
        BACK_ON_TRACK,
        /** Sooner than the last date. */
        EARLIER
    }

    /**
     * A promise with another date.
     *
     * @param before the last date, in words
     * @param told the promise as it is told now
     * @param shift how the new date looks to the customer
     * @param reason why it changed; absent if that is not known, or not for the customer to hear
     * @param appointment the customer arranges to be there: a time, no time limit
     * @param calledAt when the customer was called and did not answer; empty unless that is why
     */
    public record NewDate(
            String before,
            String told,
            DateShift shift,
            @Nullable ReasonCode reason,
            boolean appointment,
            List<ZonedDateTime> calledAt) {

        /** A date that changed for another reason than a call that was not answered. */
        public NewDate(String before, String told, DateShift shift, @Nullable ReasonCode reason, boolean appointment) {
            this(before, told, shift, reason, appointment, List.of());
        }
    }

    /**
     * It is the customer's turn.
     *
     * @param until how long the shop waits, in words
     */
    public record Turn(WaitingReason reason, String until) {}

    /**
     * Where the order's dates are for the customer's calendar.
     *
     * @return null unless the message sets, moves or takes back a time for which they arrange to be there
     */
    public @Nullable String calendarLink() {
        boolean setsTime = news.contains(NoticeSubject.APPOINTMENT_BOOKED) || movesCalendar();
        return answerLink == null || !setsTime ? null : answerLink + "/calendar.ics";
    }

    /** Whether a calendar may have an entry that is not true any more. */
    public boolean movesCalendar() {
        return news.contains(NoticeSubject.READINESS_WITHDRAWN)
                || newDates.stream().anyMatch(NewDate::appointment);
    }

    /** Whether the shop waits for this of the customer. */
    public boolean waitsFor(WaitingReason reason) {
        return turns.stream().anyMatch(turn -> turn.reason() == reason);
    }

    /** Whether it is about what the customer asked, and not about an order. */
    public boolean isInquiry() {
        return pickupPoint == null;
    }

    /** Whether something comes later than last promised. */
    public boolean tellsDelay() {
        return newDates.stream().anyMatch(date -> date.shift() == DateShift.DELAY);
    }

    /** Whether a new date is an appointment: then it is a new time, no new time limit. */
    public boolean movesAppointment() {
        return newDates.stream().anyMatch(NewDate::appointment);
    }

    /** The copy that the shop keeps: without link and code, staff cannot act in the customer's name. */
    public MessageContent withoutAnswerLink() {
        return new MessageContent(
                language,
                orderNumber,
                number,
                pickupPoint,
                goods,
                toPay,
                counterHours,
                news,
                newDates,
                turns,
                end,
                apology,
                promised,
                freeText,
                phone,
                hours,
                doubts,
                changed,
                parts,
                code.isEmpty() ? "" : HIDDEN,
                null);
    }
}
