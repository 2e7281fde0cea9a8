package io.orderjourney.order.erasure;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** All erasures that were asked for. They hold no personal data: an id that leads nowhere any more. */
public interface Erasures {

    Optional<Erasure> find(UUID customerId);

    /** Notes an erasure with nobody's confirmation yet, if there is none of this customer. */
    void begin(UUID customerId, Instant requestedAt, String requestedBy);

    /** A service has nothing left; again changes nothing, nor does one of an erasure that was never asked for here. */
    void confirm(UUID customerId, String holder, Instant erasedAt);
}
