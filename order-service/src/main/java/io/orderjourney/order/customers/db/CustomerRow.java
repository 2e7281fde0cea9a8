package io.orderjourney.order.customers.db;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.order.customers.Customer;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the one table with personal data. */
@Entity
@Table(name = "customer")
class CustomerRow {

    @Id
    UUID id;

    String name;

    @Nullable
    String email;

    @Nullable
    String phone;

    String language;

    @Enumerated(EnumType.STRING)
    @Column(name = "preferred_channel", columnDefinition = "text")
    Channel preferredChannel;

    @Nullable
    @Column(name = "time_zone")
    String timeZone;

    long version;

    void update(Customer customer) {
        CustomerContact contact = customer.contact();
        name = contact.name();
        email = contact.email();
        phone = contact.phone();
        language = contact.language();
        preferredChannel = contact.preferredChannel();
        timeZone = contact.timeZone();
        version = customer.version();
    }

    Customer toCustomer() {
        return new Customer(new CustomerContact(id, name, email, phone, language, preferredChannel, timeZone), version);
    }
}
