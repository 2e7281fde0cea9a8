package io.orderjourney.notification.answers;

import io.orderjourney.contracts.CustomerAnswer;
import io.orderjourney.contracts.fulfillment.PartsChanged;
import java.util.Optional;

/**
 * What a customer can choose whose goods are partly here.
 *
 * @param answer in parts as long as they collect everything together, and together as long as no part is ready
 */
public record PartsChoice(CustomerAnswer answer) {

    /** @param ready whether the customer was told that they can come, or is about to be */
    public static Optional<PartsChoice> of(PartsChanged parts, boolean ready) {
        boolean split = !parts.here().isEmpty() && !parts.coming().isEmpty();
        if (split && !parts.inParts()) {
            return Optional.of(new PartsChoice(CustomerAnswer.IN_PARTS));
        }
        return split && !ready && parts.handedOver().isEmpty()
                ? Optional.of(new PartsChoice(CustomerAnswer.TOGETHER))
                : Optional.empty();
    }
}
