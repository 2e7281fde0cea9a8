package io.orderjourney.fulfillment.stockalerts.db;

import io.orderjourney.fulfillment.stockalerts.StockAlert;
import io.orderjourney.fulfillment.supply.AllocationPasses;
import io.orderjourney.fulfillment.supply.StockLevel;
import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** The tables {@code stock_alert} and, for articles whose supply changed, {@code stock_alert_pass}. */
@ApplicationScoped
class SqlStockAlerts implements StockAlert.Book {

    private final Sql sql;
    private final AllocationPasses passes;

    SqlStockAlerts(DataSource database, AllocationPasses passes) {
        this.sql = new Sql(database);
        this.passes = passes;
    }

    @Override
    public void add(UUID journeyId, UUID promiseId, StockLevel.Key item) {
        sql.update(
                "insert into stock_alert (journey_id, promise_id, pickup_point, sku) values (?, ?, ?, ?)",
                journeyId,
                promiseId,
                item.pickupPoint(),
                item.sku());
        passes.leaveAlerts(item.pickupPoint(), Set.of(item.sku()));
    }

    @Override
    public List<StockAlert> after(StockLevel.Key item, long place, int atMost) {
        return sql.query(
                "select journey_id, promise_id, place from stock_alert where pickup_point = ? and sku = ? and place > ?"
                        + " order by place limit ?",
                row -> new StockAlert(
                        row.getObject("journey_id", UUID.class),
                        row.getObject("promise_id", UUID.class),
                        row.getLong("place")),
                item.pickupPoint(),
                item.sku(),
                place,
                atMost);
    }

    @Override
    public List<UUID> remove(Collection<UUID> journeyIds) {
        return sql.query(
                "delete from stock_alert where journey_id = any(?) returning promise_id",
                row -> row.getObject("promise_id", UUID.class),
                (Object) SqlArray.uuids(journeyIds));
    }

    @Override
    public Optional<StockLevel.Key> next() {
        return sql.first("select pickup_point, sku from stock_alert_pass limit 1", SqlStockAlerts::item);
    }

    @Override
    public Optional<StockAlert.Pass> underWay(StockLevel.Key item) {
        return sql.first(
                "select pickup_point, sku, place from stock_alert_pass where pickup_point = ? and sku = ?",
                row -> new StockAlert.Pass(item(row), row.getLong("place")),
                item.pickupPoint(),
                item.sku());
    }

    @Override
    public void advance(StockAlert.Pass pass, long place) {
        sql.update(
                "update stock_alert_pass set place = ? where pickup_point = ? and sku = ?",
                place,
                pass.item().pickupPoint(),
                pass.item().sku());
    }

    @Override
    public void end(StockAlert.Pass pass) {
        sql.update(
                "delete from stock_alert_pass where pickup_point = ? and sku = ?",
                pass.item().pickupPoint(),
                pass.item().sku());
    }

    @Override
    public long passes() {
        return sql.number("select count(*) from stock_alert_pass");
    }

    private static StockLevel.Key item(ResultSet row) throws SQLException {
        return new StockLevel.Key(row.getString("pickup_point"), row.getString("sku"));
    }
}
