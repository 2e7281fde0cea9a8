package io.orderjourney.order.customers.db;

import io.orderjourney.contracts.state.DeliveryAddress;
import io.orderjourney.order.customers.DeliveryAddresses;
import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The table {@code delivery_address}; its rows go with their customer. */
@ApplicationScoped
class SqlDeliveryAddresses implements DeliveryAddresses {

    private static final String ADD = """
            insert into delivery_address (journey_id, customer_id, street, postal_code, city, country)
            select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[])
            """;

    private static final String OF = "select * from delivery_address where customer_id = any(?) order by journey_id";

    private final Sql sql;

    SqlDeliveryAddresses(DataSource dataSource) {
        this.sql = new Sql(dataSource);
    }

    private record Owned(UUID customerId, DeliveryAddress address) {}

    @Override
    public void add(Map<DeliveryAddress, UUID> addresses) {
        List<DeliveryAddress> all = List.copyOf(addresses.keySet());
        sql.update(
                ADD,
                SqlArray.uuids(all.stream().map(DeliveryAddress::journeyId).toList()),
                SqlArray.uuids(all.stream().map(addresses::get).toList()),
                SqlArray.texts(all.stream().map(DeliveryAddress::street).toList()),
                SqlArray.texts(all.stream().map(DeliveryAddress::postalCode).toList()),
                SqlArray.texts(all.stream().map(DeliveryAddress::city).toList()),
                SqlArray.texts(all.stream().map(DeliveryAddress::country).toList()));
    }

    @Override
    public void remove(UUID journeyId) {
        sql.update("delete from delivery_address where journey_id = ?", journeyId);
    }

    @Override
    public Map<UUID, List<DeliveryAddress>> of(Collection<UUID> customerIds) {
        return sql
                .query(
                        OF,
                        row -> new Owned(
                                row.getObject("customer_id", UUID.class),
                                new DeliveryAddress(
                                        row.getObject("journey_id", UUID.class),
                                        row.getString("street"),
                                        row.getString("postal_code"),
                                        row.getString("city"),
                                        row.getString("country"))),
                        (Object) SqlArray.uuids(customerIds))
                .stream()
                .collect(Collectors.groupingBy(
                        Owned::customerId, Collectors.mapping(Owned::address, Collectors.toList())));
    }
}
