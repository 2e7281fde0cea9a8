package io.orderjourney.order.customers.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.contracts.state.DeliveryAddress;
import io.orderjourney.order.customers.Customer;
import io.orderjourney.order.customers.Customers;
import io.orderjourney.order.customers.DeliveryAddresses;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CustomerTopicTest {

    private static final UUID JAN = UUID.randomUUID();
    private static final DeliveryAddress HOME =
            new DeliveryAddress(UUID.randomUUID(), "ul. Prosta 7", "00-850", "Warszawa", "PL");

    private final OpenDeliveries deliveries = new OpenDeliveries();
    private final CustomerTopic topic = new CustomerTopic(onlyJan(), deliveries);

    @Test
    void a_contact_carries_the_addresses_of_open_deliveries_and_none_afterwards() {
        assertThat(contact().deliveryAddresses()).isNull();

        deliveries.add(Map.of(HOME, JAN));
        assertThat(contact().deliveryAddresses()).containsExactly(HOME);

        deliveries.remove(HOME.journeyId());
        assertThat(contact().deliveryAddresses()).isNull();
    }

    private CustomerContact contact() {
        return (CustomerContact) topic.current(List.of(JAN.toString())).get(JAN.toString());
    }

    /** The topic asks for nothing but the customers of some ids. */
    private static Customers onlyJan() {
        Customer jan = Customer.first(
                new CustomerContact(JAN, "Jan Kowalski", "jan@example.com", null, "pl", Channel.EMAIL, null));
        return (Customers) Proxy.newProxyInstance(
                Customers.class.getClassLoader(), new Class<?>[] {Customers.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("of");
                    return List.of(jan);
                });
    }

    private static final class OpenDeliveries implements DeliveryAddresses {

        private final Map<UUID, DeliveryAddress> byJourney = new HashMap<>();

        @Override
        public void add(Map<DeliveryAddress, UUID> addresses) {
            addresses.keySet().forEach(address -> byJourney.put(address.journeyId(), address));
        }

        @Override
        public void remove(UUID journeyId) {
            byJourney.remove(journeyId);
        }

        @Override
        public Map<UUID, List<DeliveryAddress>> of(Collection<UUID> customerIds) {
            return byJourney.isEmpty() ? Map.of() : Map.of(JAN, List.copyOf(byJourney.values()));
        }
    }
}
