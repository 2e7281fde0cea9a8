package io.orderjourney.notification.answers;

import io.orderjourney.contracts.CustomerAnswer;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.contracts.fulfillment.PartLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of an order shows to its customer; dates are in words of their language.
 *
 * @param language BCP 47
 * @param number of the message whose link was opened
 * @param steps where the order is
 * @param turns what the shop waits for the customer for; empty if it is the shop's turn
 * @param promised every open promise, what comes first stands first
 * @param reply what the customer answered last, while it says something; absent if nothing yet
 * @param choices other times they can choose; empty if nothing can be moved by them
 * @param callBy by when somebody calls if they ask for it now, as it stands inside a sentence
 * @param goods what was ordered
 * @param pickup where the goods are collected
 * @param parts which goods are where, while they are not all in one place; absent otherwise
 * @param call whom to call instead
 * @param ended how the journey ended; absent while it is open
 * @param calendarLink of the file with the order's dates for a calendar; absent if it would be empty
 * @param trouble why the last answer was refused; absent if it was not
 */
public record CustomerPage(
        String language,
        String orderNumber,
        long number,
        List<OrderStep> steps,
        List<Turn> turns,
        List<Promised> promised,
        @Nullable Reply reply,
        List<Choice> choices,
        String callBy,
        Goods goods,
        Pickup pickup,
        @Nullable Parts parts,
        Call call,
        @Nullable Ended ended,
        @Nullable String calendarLink,
        @Nullable Trouble trouble) {

    /** @param until how long the shop waits, as it stands inside a sentence */
    public record Turn(WaitingReason reason, String until) {}

    /**
     * One promise.
     *
     * @param told as it is told now
     * @param before the date that the customer was told before; absent if it never changed
     * @param appointment the customer arranges to be there: a time, no time limit
     * @param changed whether the message whose link was opened tells of the change
     */
    public record Promised(String told, @Nullable String before, boolean appointment, boolean changed) {}

    /**
     * What the customer answered.
     *
     * @param requested the time they asked for; absent without one
     * @param agreed the promise at the time they chose, if that is settled; absent otherwise
     * @param by when somebody acts on it, as it stands inside a sentence; absent if nobody has to
     * @param late whether that time has passed
     */
    public record Reply(
            CustomerAnswer answer,
            @Nullable String requested,
            @Nullable String agreed,
            @Nullable String by,
            boolean late) {}

    /**
     * Other times of one promise.
     *
     * @param told the promise as it is told now; empty while the shop waits for the customer
     * @param earliest local date and time before which no time can be requested
     */
    public record Choice(String promise, String told, List<Time> times, String earliest) {}

    /** @param value local date and time as a form sends it */
    public record Time(String value, String text) {}

    /** @param total absent if it is not known */
    public record Goods(List<OrderLine> lines, @Nullable Money total, PaymentMethod payment) {}

    /**
     * Where the goods are collected.
     *
     * @param point absent if a courier brings them
     * @param hours when the counter is open, as the policy writes it
     * @param ready whether the customer can come now
     * @param code with which somebody else collects; empty for none
     */
    public record Pickup(@Nullable String point, String hours, boolean ready, String code) {}

    /**
     * Goods that are not all in one place.
     *
     * @param handedOver what the customer has
     * @param here what lies at the counter
     * @param coming what is not here yet
     * @param choice IN_PARTS or TOGETHER, what they can choose now; absent if nothing
     */
    public record Parts(
            List<PartLine> handedOver,
            List<PartLine> here,
            List<PartLine> coming,
            @Nullable CustomerAnswer choice) {}

    /**
     * Whom to call.
     *
     * @param hours when somebody answers, as the policy writes it
     * @param opens when somebody answers again; absent if somebody does now
     */
    public record Call(String phone, String hours, @Nullable String opens) {}

    /** @param at when, in words */
    public record Ended(JourneyEnd how, String at) {}

    /** Why an answer was refused. */
    public enum Trouble {
        /** The requested time is no time, has passed, or is too far away. */
        TIME_NOT_POSSIBLE,
        /** The customer answered too often. */
        TOO_MANY_ANSWERS
    }

    /** Whether they have some of their goods, and paid for them if they pay at the counter. */
    public boolean hasSome() {
        return parts != null && !parts.handedOver().isEmpty();
    }

    /** While they wait for their cancellation nothing invites them. */
    public boolean isCancelling() {
        return reply != null && reply.answer() == CustomerAnswer.CANCEL && reply.by() != null;
    }

    /** Whether there is a new date that they can accept. */
    public boolean canAccept() {
        boolean settled = reply != null && (reply.answer() == CustomerAnswer.ACCEPT || reply.agreed() != null);
        return changes() > 0 && !settled;
    }

    /** How many dates the message whose link was opened changed, and that still stand. */
    public long changes() {
        return promised.stream().filter(Promised::changed).count();
    }

    /** Whether a changed date is an appointment: then it is a new time, no new time limit. */
    public boolean movesAppointment() {
        return promised.stream().anyMatch(one -> one.changed() && one.appointment());
    }

    public CustomerPage with(Trouble seen) {
        return new CustomerPage(
                language,
                orderNumber,
                number,
                steps,
                turns,
                promised,
                reply,
                choices,
                callBy,
                goods,
                pickup,
                parts,
                call,
                ended,
                calendarLink,
                seen);
    }
}
