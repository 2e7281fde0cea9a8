package io.orderjourney.order.answercard;

import io.orderjourney.contracts.Channel;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to the customer.
 *
 * @param subjects what it told: subjects of the contract, or DELAY with the kinds of promises it announced new dates for
 * @param handedOver false if the channel did not take it
 * @param why why not
 */
public record Message(
        UUID noticeId,
        Channel channel,
        List<String> subjects,
        boolean handedOver,
        @Nullable String why,
        Instant at) {}
