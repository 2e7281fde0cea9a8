package io.orderjourney.fulfillment.supply.db;

import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.fulfillment.supply.AllocationPass;
import io.orderjourney.fulfillment.supply.AllocationPasses;
import io.orderjourney.fulfillment.supply.StockLevel;
import io.orderjourney.fulfillment.supply.SupplyChanged;
import io.orderjourney.fulfillment.supply.Trigger;
import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The table {@code allocation_pass}. It has a row for each item that is being allocated, so it is always small. */
@ApplicationScoped
class SqlAllocationPasses implements AllocationPasses {

    /** So many slices of others come before an item that could not go on. */
    private static final int SET_BACK_BY = 1_000;

    private final Sql sql;
    private final Event<PassLeft> left;

    SqlAllocationPasses(DataSource database, Event<PassLeft> left) {
        this.sql = new Sql(database);
        this.left = left;
    }

    @Override
    public Optional<StockLevel.Key> next() {
        return sql.first(
                "select pickup_point, sku from allocation_pass order by slices, id limit 1", SqlAllocationPasses::item);
    }

    @Override
    public Map<String, AllocationPass> underWay(String pickupPoint, Collection<String> skus) {
        return sql.query("""
                        select distinct on (sku) * from allocation_pass where pickup_point = ? and sku = any(?) order by sku, id
                        """, SqlAllocationPasses::pass, pickupPoint, SqlArray.texts(skus)).stream()
                .collect(Collectors.toMap(pass -> pass.item().sku(), Function.identity()));
    }

    @Override
    public void leave(StockLevel.Key item, long place, int ahead, SupplyChanged event) {
        sql.update(
                """
                insert into allocation_pass (pickup_point, sku, place, ahead,
                  what, happened_at, purchase_order_id, reason, actor, event_id)
                select n.* from (values (?, ?, ?, ?, ?, ?::timestamptz, ?::uuid, ?, ?, ?::uuid))
                  as n (pickup_point, sku, place, ahead, what, happened_at, purchase_order_id, reason, actor, event_id)
                where n.place > 0 or not exists (
                  select 1 from allocation_pass p where p.pickup_point = n.pickup_point and p.sku = n.sku and p.place = 0
                    and p.purchase_order_id is not distinct from n.purchase_order_id)
                """,
                item.pickupPoint(),
                item.sku(),
                place,
                ahead,
                event.what(),
                event.happenedAt(),
                event.purchaseOrderId(),
                event.reason(),
                event.trigger().actor(),
                event.trigger().eventId());
        left.fire(new PassLeft());
    }

    @Override
    public void leaveAlerts(String pickupPoint, Collection<String> skus) {
        int items = sql.update("""
                insert into stock_alert_pass (pickup_point, sku, place)
                select ?, n.sku, 0 from unnest(?) as n (sku)
                where exists (select 1 from stock_alert a where a.pickup_point = ? and a.sku = n.sku)
                order by n.sku on conflict (pickup_point, sku) do update set place = 0
                """, pickupPoint, SqlArray.texts(skus), pickupPoint);
        if (items > 0) {
            left.fire(new PassLeft());
        }
    }

    @Override
    public void advance(AllocationPass pass, long place, int ahead) {
        sql.update(
                "update allocation_pass set place = ?, ahead = ?, slices = slices + 1 where id = ?",
                place,
                ahead,
                pass.id());
    }

    @Override
    public void end(AllocationPass pass) {
        sql.update("delete from allocation_pass where id = ?", pass.id());
    }

    @Override
    public void lacks(StockLevel.Key item, long place, int more) {
        sql.update(
                "update allocation_pass set ahead = ahead + ? where pickup_point = ? and sku = ? and place >= ?",
                more,
                item.pickupPoint(),
                item.sku(),
                place);
    }

    @Override
    public void setBack(StockLevel.Key item) {
        sql.update(
                "update allocation_pass set slices = slices + ? where pickup_point = ? and sku = ?",
                SET_BACK_BY,
                item.pickupPoint(),
                item.sku());
    }

    @Override
    public long count() {
        return sql.number("select count(*) from allocation_pass");
    }

    private static StockLevel.Key item(ResultSet row) throws SQLException {
        return new StockLevel.Key(row.getString("pickup_point"), row.getString("sku"));
    }

    private static AllocationPass pass(ResultSet row) throws SQLException {
        return new AllocationPass(
                row.getLong("id"),
                item(row),
                row.getLong("place"),
                row.getInt("ahead"),
                new SupplyChanged(
                        row.getString("what"),
                        Sql.instant(row, "happened_at"),
                        row.getObject("purchase_order_id", UUID.class),
                        null,
                        ReasonCode.valueOf(row.getString("reason")),
                        new Trigger(row.getString("actor"), row.getObject("event_id", UUID.class))));
    }
}
