package io.orderjourney.order.customers.kafka;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.messaging.state.StateSource;
import io.orderjourney.order.customers.Customers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The compacted topic {@code customers}: contact data, readable by the four services only. */
@ApplicationScoped
class CustomerTopic implements StateSource {

    private final Customers customers;

    CustomerTopic(Customers customers) {
        this.customers = customers;
    }

    @Override
    public EventType<?> type() {
        return EventTypes.CONTACT_CHANGED;
    }

    @Override
    public Map<String, Object> current(Collection<String> keys) {
        return customers.of(keys.stream().map(UUID::fromString).toList()).stream()
                .collect(Collectors.toMap(customer -> customer.id().toString(), customer -> customer.contact()));
    }
}
