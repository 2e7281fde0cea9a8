package io.orderjourney.order.customers.db;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.order.customers.Customer;
import io.orderjourney.order.customers.Customers;
import io.orderjourney.order.customers.SearchTerm;
import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Customers in the table {@code customer}, the one with personal data; plain SQL, since orders come by the batch. */
@ApplicationScoped
class JdbcCustomers implements Customers {

    /** In the order of ids, so that two transactions with the same new customers wait for each other and never both. */
    private static final String INSERT = """
            insert into customer (id, name, email, phone, language, preferred_channel, time_zone, version)
            select c.* from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
              as c (id, name, email, phone, language, preferred_channel, time_zone, version)
            order by c.id on conflict (id) do nothing returning id
            """;

    private static final String UPDATE = """
            update customer k set name = c.name, email = c.email, phone = c.phone, language = c.language,
              preferred_channel = c.preferred_channel, time_zone = c.time_zone, version = c.version
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
              as c (id, name, email, phone, language, preferred_channel, time_zone, version)
            where k.id = c.id
            """;

    private static final String LOCK = "select * from customer where id = any(?) order by id for update";

    private final Sql sql;
    private final CustomerTerms terms;

    JdbcCustomers(DataSource dataSource, CustomerTerms terms) {
        this.sql = new Sql(dataSource);
        this.terms = terms;
    }

    @Override
    public Optional<Customer> find(UUID id) {
        return of(List.of(id)).stream().findFirst();
    }

    @Override
    public Optional<Customer> findForChange(UUID id) {
        return ofForChange(List.of(id)).stream().findFirst();
    }

    @Override
    public List<Customer> of(Collection<UUID> ids) {
        return sql.query("select * from customer where id = any(?)", JdbcCustomers::read, SqlArray.uuids(ids));
    }

    @Override
    public List<Customer> ofForChange(Collection<UUID> ids) {
        return sql.query(LOCK, JdbcCustomers::read, SqlArray.uuids(ids));
    }

    @Override
    public Set<UUID> add(Collection<Customer> customers) {
        Set<UUID> added = new HashSet<>(sql.query(INSERT, row -> row.getObject(1, UUID.class), columns(customers)));
        terms.add(termsOf(
                customers.stream().filter(one -> added.contains(one.id())).toList()));
        return added;
    }

    @Override
    public Set<UUID> found(List<SearchTerm> beginnings, int limit) {
        return beginnings.isEmpty() ? Set.of() : terms.found(beginnings, limit);
    }

    @Override
    public void remove(UUID id) {
        sql.update("delete from customer where id = ?", id);
    }

    @Override
    public void change(Collection<Customer> customers) {
        if (sql.update(UPDATE, columns(customers)) != customers.size()) {
            throw new IllegalStateException("A customer who changes is known");
        }
        terms.replace(termsOf(customers));
    }

    private static Map<UUID, Set<SearchTerm>> termsOf(Collection<Customer> customers) {
        return customers.stream().collect(Collectors.toMap(Customer::id, one -> SearchTerm.of(one.contact())));
    }

    private static Object[] columns(Collection<Customer> customers) {
        return new Object[] {
            SqlArray.uuids(customers.stream().map(Customer::id).toList()),
            texts(customers, CustomerContact::name),
            texts(customers, CustomerContact::email),
            texts(customers, CustomerContact::phone),
            texts(customers, CustomerContact::language),
            texts(customers, contact -> contact.preferredChannel().name()),
            texts(customers, CustomerContact::timeZone),
            SqlArray.numbers(customers.stream().map(Customer::version).toList())
        };
    }

    private static SqlArray texts(Collection<Customer> customers, Function<CustomerContact, @Nullable String> text) {
        List<@Nullable String> texts = new ArrayList<>();
        customers.forEach(customer -> texts.add(text.apply(customer.contact())));
        return SqlArray.of("text", texts);
    }

    private static Customer read(ResultSet row) throws SQLException {
        return new Customer(
                new CustomerContact(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("phone"),
                        row.getString("language"),
                        Channel.valueOf(row.getString("preferred_channel")),
                        row.getString("time_zone")),
                row.getLong("version"));
    }
}
