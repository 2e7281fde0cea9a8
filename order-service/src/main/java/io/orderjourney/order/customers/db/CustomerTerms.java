package io.orderjourney.order.customers.db;

import io.orderjourney.order.customers.SearchTerm;
import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** The terms under which customers are found, in the table {@code customer_term}; they go with their customer. */
@ApplicationScoped
class CustomerTerms {

    private static final String ADD = """
            insert into customer_term (customer_id, kind, term) select * from unnest(?::uuid[], ?::text[], ?::text[])
            on conflict do nothing
            """;

    private static final String REMOVE = """
            delete from customer_term where customer_id = any(?)
              and (customer_id, kind, term) not in (select * from unnest(?::uuid[], ?::text[], ?::text[]))
            """;

    /** Greater than whatever a term may go on with, as bytes are compared. */
    private static final String AFTER_ALL = Character.toString(Character.MAX_CODE_POINT);

    /** A range and not a pattern: a prepared statement keeps its plan, and a pattern could not use the index then. */
    private static final String FIND = """
            select found.customer_id from unnest(?::text[], ?::text[], ?::text[]) as typed(kind, first, after)
            cross join lateral (
              select customer_id from customer_term t
              where t.kind = typed.kind and t.term >= typed.first and t.term < typed.after
              order by t.term limit ?) found
            """;

    private final Sql sql;

    CustomerTerms(DataSource dataSource) {
        this.sql = new Sql(dataSource);
    }

    void add(Map<UUID, Set<SearchTerm>> terms) {
        if (!terms.isEmpty()) {
            sql.update(ADD, columns(terms));
        }
    }

    void replace(Map<UUID, Set<SearchTerm>> terms) {
        Object[] columns = columns(terms);
        sql.update(REMOVE, SqlArray.uuids(terms.keySet()), columns[0], columns[1], columns[2]);
        sql.update(ADD, columns);
    }

    /** Whose the terms are, their kinds and their texts. */
    private static Object[] columns(Map<UUID, Set<SearchTerm>> terms) {
        List<UUID> customers = new ArrayList<>();
        List<SearchTerm> all = new ArrayList<>();
        terms.forEach((customer, own) -> own.forEach(term -> {
            customers.add(customer);
            all.add(term);
        }));
        return new Object[] {SqlArray.uuids(customers), kinds(all), texts(all)};
    }

    Set<UUID> found(List<SearchTerm> beginnings, int limit) {
        SqlArray after = SqlArray.texts(
                beginnings.stream().map(term -> term.text() + AFTER_ALL).toList());
        return new LinkedHashSet<>(sql.query(
                FIND, row -> row.getObject(1, UUID.class), kinds(beginnings), texts(beginnings), after, limit));
    }

    private static SqlArray kinds(Collection<SearchTerm> terms) {
        return SqlArray.texts(terms.stream().map(SearchTerm::kind).toList());
    }

    private static SqlArray texts(Collection<SearchTerm> terms) {
        return SqlArray.texts(terms.stream().map(SearchTerm::text).toList());
    }
}
