package io.orderjourney.credit.applications.kafka;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.messaging.state.StateConsumer;
import io.orderjourney.promises.CustomerErasures;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Erases a customer at the tombstone of their contact. The contact itself is not kept here; what may name the customer are notes
 * and records that could not be read.
 */
@ApplicationScoped
class CustomerErasureConsumer implements StateConsumer<CustomerContact> {

    private static final String ACTOR = "erasure";

    private final CustomerErasures erasures;

    CustomerErasureConsumer(CustomerErasures erasures) {
        this.erasures = erasures;
    }

    @Override
    public EventType<CustomerContact> type() {
        return EventTypes.CONTACT_CHANGED;
    }

    @Override
    public void changed(String key, @Nullable CustomerContact contact) {
        if (contact == null) {
            erasures.erase(UUID.fromString(key), ACTOR);
        }
    }
}
