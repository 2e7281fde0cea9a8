package io.orderjourney.fulfillment.masterdata.db;

import io.orderjourney.contracts.ContractJson;
import io.orderjourney.fulfillment.masterdata.MasterDataHistory;
import io.orderjourney.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** The table {@code master_data_change}. */
@ApplicationScoped
class JdbcMasterDataHistory implements MasterDataHistory {

    private final Sql sql;

    JdbcMasterDataHistory(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public void remember(Entry entry) {
        sql.update(
                """
                insert into master_data_change (kind, code, revision, changed_by, changed_at, changes)
                values (?, ?, ?, ?, ?, ?)
                """,
                entry.kind().name(),
                entry.code(),
                entry.revision(),
                entry.changedBy(),
                entry.changedAt(),
                new String(ContractJson.write(entry.changes()), StandardCharsets.UTF_8));
    }

    @Override
    public List<Past> before(long position, int atMost) {
        return sql.query(
                "select * from master_data_change where position < ? order by position desc limit ?",
                JdbcMasterDataHistory::past,
                position,
                atMost);
    }

    private static Past past(ResultSet row) throws SQLException {
        return new Past(
                row.getLong("position"),
                new Entry(
                        Kind.valueOf(row.getString("kind")),
                        row.getString("code"),
                        row.getInt("revision"),
                        row.getString("changed_by"),
                        Sql.instant(row, "changed_at"),
                        List.of(ContractJson.read(
                                row.getString("changes").getBytes(StandardCharsets.UTF_8), Change[].class))));
    }
}
