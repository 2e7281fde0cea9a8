package io.orderjourney.contracts.orders;

import io.orderjourney.contracts.InquiryChannel;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer asked or complained; a journey of its own begins. What they wrote stays with order-service.
 *
 * @param inquiryNumber the number people use, unique per shop
 * @param customerId who asked; contact data travels apart, on {@code customers}
 * @param language BCP 47 language in which they are answered
 * @param topic what it is about, in the shop's own list of topics
 * @param orderJourneyId the journey of the order that it is about; absent if it is about none that is known
 * @param wanted the article that they want to be told of when it is there again; absent for every other inquiry
 * @param repair the article that they brought back to be repaired; absent for every other inquiry
 */
public record InquiryReceived(
        String inquiryNumber,
        UUID customerId,
        String language,
        String topic,
        InquiryChannel channel,
        @Nullable UUID orderJourneyId,
        Instant receivedAt,
        @Nullable WantedGoods wanted,
        @Nullable RepairedGoods repair) {

    /** An inquiry that waits for an answer, or for goods. */
    public InquiryReceived(
            String inquiryNumber,
            UUID customerId,
            String language,
            String topic,
            InquiryChannel channel,
            @Nullable UUID orderJourneyId,
            Instant receivedAt,
            @Nullable WantedGoods wanted) {
        this(inquiryNumber, customerId, language, topic, channel, orderJourneyId, receivedAt, wanted, null);
    }

    /** An inquiry that waits for an answer. */
    public InquiryReceived(
            String inquiryNumber,
            UUID customerId,
            String language,
            String topic,
            InquiryChannel channel,
            @Nullable UUID orderJourneyId,
            Instant receivedAt) {
        this(inquiryNumber, customerId, language, topic, channel, orderJourneyId, receivedAt, null, null);
    }
}
