package io.orderjourney.contracts.state;

import io.orderjourney.contracts.NoticeSubject;
import java.util.UUID;

/**
 * What staff wrote to a customer who had asked. Personal data, because people write it: it travels on {@code replies} alone,
 * and a tombstone erases it.
 *
 * @param journeyId the journey of the inquiry
 * @param subject INQUIRY_ANSWERED, or INQUIRY_UPDATE while the answer is still to come
 */
public record ReplyText(UUID replyId, UUID journeyId, UUID customerId, NoticeSubject subject, String text) {}
