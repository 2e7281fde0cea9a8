package io.orderjourney.order.inquiries;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.InquiryChannel;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one customer asked or complained about; a journey of its own. It holds facts only.
 *
 * @param journeyId the id of the journey that it begins
 * @param number the number people use, unique per shop; what follows on an answered inquiry adds to its number
 * @param threadId the same for all inquiries of one dialogue: the id of the first of them
 * @param language BCP 47 language in which the customer is answered
 * @param topic one of the shop's own topics
 * @param desk who answers; a hand-over changes it, and no date with it
 * @param orderJourneyId the order that it is about; absent if it is about none that is known
 * @param receivedAt business time
 * @param answeredAt when the last reply was written; absent while it is open
 * @param repair the article that is repaired; absent if they wait for words
 * @param version counts the changes
 */
public record Inquiry(
        UUID journeyId,
        String number,
        UUID threadId,
        UUID customerId,
        String language,
        String topic,
        InquiryChannel channel,
        Desk desk,
        @Nullable UUID orderJourneyId,
        Instant receivedAt,
        @Nullable Instant answeredAt,
        @Nullable Repair repair,
        long version) {

    public boolean isOpen() {
        return answeredAt == null;
    }

    /**
     * The inquiry with its last reply.
     *
     * @throws AlreadyAnswered if it has one
     */
    public Inquiry answered(Instant at) {
        requireOpen();
        return with(desk, at, repair);
    }

    /**
     * The inquiry at another desk. What was promised stands: the customer waits for an answer, not for a department.
     *
     * @throws AlreadyAnswered if it is over
     */
    public Inquiry handedOver(Desk to) {
        requireOpen();
        return with(to, null, repair);
    }

    /** The inquiry after something was added to it that changes neither its desk nor its end. */
    public Inquiry touched() {
        return with(desk, answeredAt, repair);
    }

    /**
     * The inquiry with its repair as it is now.
     *
     * @throws AlreadyAnswered if it is over
     */
    public Inquiry repaired(Repair now) {
        requireOpen();
        return with(desk, null, now);
    }

    /** Whether an article is away to be repaired: then words alone do not end it. */
    public boolean isBeingRepaired() {
        return repair != null && repair.backAt() == null;
    }

    /** @throws NotARepair if nothing is repaired in it */
    public Repair requireRepair() {
        Repair known = repair;
        if (known == null) {
            throw new NotARepair(journeyId);
        }
        return known;
    }

    /** @throws AlreadyAnswered if it is over */
    public void requireOpen() {
        if (!isOpen()) {
            throw new AlreadyAnswered();
        }
    }

    /** What answers the wish to say later when an answer comes, if none is promised. */
    public WaitsForGoods waitsForGoods() {
        return new WaitsForGoods();
    }

    /** The number of the {@code ordinal}-th inquiry of a dialogue that began with this number. */
    public static String followUpNumber(String first, int ordinal) {
        return first + "." + ordinal;
    }

    private Inquiry with(Desk newDesk, @Nullable Instant newAnsweredAt, @Nullable Repair newRepair) {
        return new Inquiry(
                journeyId,
                number,
                threadId,
                customerId,
                language,
                topic,
                channel,
                newDesk,
                orderJourneyId,
                receivedAt,
                newAnsweredAt,
                newRepair,
                version + 1);
    }

    /** There is no such inquiry. */
    public static final class NotFound extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public NotFound(UUID journeyId) {
            super("There is no inquiry " + journeyId);
        }
    }

    /** Nothing is repaired in this inquiry. */
    public static final class NotARepair extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotARepair(UUID journeyId) {
            super("There is no repair " + journeyId);
        }
    }

    /** The last reply was written before. */
    public static final class AlreadyAnswered extends RuntimeException {

        private static final long serialVersionUID = 1L;

        AlreadyAnswered() {
            super("The inquiry is answered; what the customer writes now begins the next one");
        }
    }

    /** No answer is promised: the customer waits for goods, and the warehouse says when they come. */
    public static final class WaitsForGoods extends RuntimeException {

        private static final long serialVersionUID = 1L;

        WaitsForGoods() {
            super("The customer waits for goods: the warehouse promises the day, and changes it");
        }
    }
}
