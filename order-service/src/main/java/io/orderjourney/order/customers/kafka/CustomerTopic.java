package io.orderjourney.order.customers.kafka;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.state.DeliveryAddress;
import io.orderjourney.messaging.state.StateSource;
import io.orderjourney.order.customers.Customers;
import io.orderjourney.order.customers.DeliveryAddresses;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The compacted topic {@code customers}: contact data, readable by the four services only. */
@ApplicationScoped
class CustomerTopic implements StateSource {

    private final Customers customers;
    private final DeliveryAddresses addresses;

    CustomerTopic(Customers customers, DeliveryAddresses addresses) {
        this.customers = customers;
        this.addresses = addresses;
    }

    @Override
    public EventType<?> type() {
        return EventTypes.CONTACT_CHANGED;
    }

    @Override
    public Map<String, Object> current(Collection<String> keys) {
        List<UUID> ids = keys.stream().map(UUID::fromString).toList();
        Map<UUID, List<DeliveryAddress>> known = addresses.of(ids);
        return customers.of(ids).stream()
                .collect(Collectors.toMap(
                        customer -> customer.id().toString(),
                        customer -> customer.contact().delivering(known.getOrDefault(customer.id(), List.of()))));
    }
}
