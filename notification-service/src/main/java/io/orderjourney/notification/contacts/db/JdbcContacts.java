package io.orderjourney.notification.contacts.db;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.notification.contacts.Contacts;
import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** The table {@code customer_contact}. */
@ApplicationScoped
class JdbcContacts implements Contacts {

    private static final Logger LOG = Logger.getLogger(JdbcContacts.class);

    private final Sql sql;

    JdbcContacts(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public Optional<CustomerContact> find(UUID customerId) {
        return Optional.ofNullable(find(List.of(customerId)).get(customerId));
    }

    @Override
    public Map<UUID, CustomerContact> find(Collection<UUID> customerIds) {
        return sql
                .query(
                        "select * from customer_contact where customer_id = any(?)",
                        row -> new CustomerContact(
                                row.getObject("customer_id", UUID.class),
                                row.getString("name"),
                                row.getString("email"),
                                row.getString("phone"),
                                row.getString("language"),
                                Channel.valueOf(row.getString("preferred_channel")),
                                row.getString("time_zone")),
                        SqlArray.uuids(customerIds))
                .stream()
                .collect(Collectors.toMap(CustomerContact::customerId, Function.identity()));
    }

    @Override
    public Map<UUID, ZoneId> zones(Collection<UUID> customerIds) {
        Map<UUID, ZoneId> zones = new HashMap<>();
        sql.query(
                        "select customer_id, time_zone from customer_contact"
                                + " where customer_id = any(?) and time_zone is not null",
                        row -> Map.entry(row.getObject("customer_id", UUID.class), row.getString("time_zone")),
                        SqlArray.uuids(customerIds))
                .forEach(found -> put(zones, found.getKey(), found.getValue()));
        return zones;
    }

    private static void put(Map<UUID, ZoneId> zones, UUID customerId, String name) {
        try {
            zones.put(customerId, ZoneId.of(name));
        } catch (DateTimeException unknown) {
            LOG.warnf("Customer %s lives in a time zone that this JVM does not know", customerId);
        }
    }

    @Override
    public void store(CustomerContact contact) {
        sql.update(
                """
                insert into customer_contact
                  (customer_id, name, email, phone, language, preferred_channel, time_zone)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (customer_id) do update set
                  name = excluded.name, email = excluded.email, phone = excluded.phone,
                  language = excluded.language, preferred_channel = excluded.preferred_channel,
                  time_zone = excluded.time_zone
                """,
                contact.customerId(),
                contact.name(),
                contact.email(),
                contact.phone(),
                contact.language(),
                contact.preferredChannel().name(),
                contact.timeZone());
    }

    @Override
    public void erase(UUID customerId) {
        sql.update("delete from customer_contact where customer_id = ?", customerId);
    }
}
