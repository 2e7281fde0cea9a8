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
 */
public record InquiryReceived(
        String inquiryNumber,
        UUID customerId,
        String language,
        String topic,
        InquiryChannel channel,
        @Nullable UUID orderJourneyId,
        Instant receivedAt) {}
