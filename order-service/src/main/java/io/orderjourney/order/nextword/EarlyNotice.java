package io.orderjourney.order.nextword;

import java.time.Instant;
import java.util.UUID;

/** A message that the customer got before this service heard of any news it could have told. */
public record EarlyNotice(UUID noticeId, Instant handedOverAt) {}
