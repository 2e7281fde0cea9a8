package io.orderjourney.fulfillment.packing.db;

import io.orderjourney.contracts.PackingCare;
import io.orderjourney.fulfillment.packing.PackingPromise;
import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The table {@code packing_promise}: what is done leaves it, so it stays small. */
@ApplicationScoped
class SqlPackingPromises implements PackingPromise.Book {

    private final Sql sql;

    SqlPackingPromises(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public void add(PackingPromise promise) {
        sql.update(
                "insert into packing_promise (id, customer_id, care, promised_at) values (?, ?, ?, ?)"
                        + " on conflict do nothing",
                promise.id(),
                promise.customerId(),
                promise.care(),
                promise.promisedAt());
    }

    @Override
    public List<PackingPromise> of(Collection<UUID> customerIds) {
        return sql.query(
                "select id, customer_id, care, promised_at from packing_promise where customer_id = any(?)"
                        + " order by promised_at, id",
                row -> new PackingPromise(
                        row.getObject("id", UUID.class),
                        row.getObject("customer_id", UUID.class),
                        PackingCare.valueOf(row.getString("care")),
                        Sql.instant(row, "promised_at")),
                (Object) SqlArray.uuids(customerIds));
    }

    @Override
    public boolean remove(UUID id) {
        return sql.update("delete from packing_promise where id = ?", id) == 1;
    }

    @Override
    public void forget(UUID customerId) {
        sql.update("delete from packing_promise where customer_id = ?", customerId);
    }
}
