package io.orderjourney.contracts.orders;

import io.orderjourney.contracts.InquiryChannel;
import java.time.Instant;

/**
 * The customer had to ask where their order is. Every chase is a sign that the shop said too little.
 *
 * @param loggedBy who answered them
 */
public record ChaseLogged(InquiryChannel channel, String loggedBy, Instant chasedAt) {}
