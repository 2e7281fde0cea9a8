package io.orderjourney.promises.db;

import io.orderjourney.contracts.ContractJson;
import io.orderjourney.contracts.state.PickupPoint;
import io.orderjourney.promises.PickupPoints;
import io.orderjourney.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The table {@code pickup_point}. */
@ApplicationScoped
class JdbcPickupPoints implements PickupPoints {

    private final Sql sql;

    JdbcPickupPoints(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public List<PickupPoint> all() {
        return sql.query("select point from pickup_point order by code", JdbcPickupPoints::point);
    }

    @Override
    public Optional<PickupPoint> find(String code) {
        return sql.first("select point from pickup_point where code = ?", JdbcPickupPoints::point, code);
    }

    @Override
    public Optional<PickupPoint> findForChange(String code) {
        return sql.first("select point from pickup_point where code = ? for update", JdbcPickupPoints::point, code);
    }

    @Override
    public long changes() {
        // Revisions only grow, and rows stay.
        return sql.number("select coalesce(sum(revision), 0) from pickup_point");
    }

    @Override
    public boolean store(PickupPoint point) {
        return sql.update(
                        """
                        insert into pickup_point as p (code, revision, point) values (?, ?, ?)
                        on conflict (code) do update set revision = excluded.revision, point = excluded.point
                        where p.revision < excluded.revision
                        """,
                        point.code(),
                        point.revision(),
                        new String(ContractJson.write(point), StandardCharsets.UTF_8))
                > 0;
    }

    private static PickupPoint point(ResultSet row) throws SQLException {
        return ContractJson.read(row.getString(1).getBytes(StandardCharsets.UTF_8), PickupPoint.class);
    }
}
