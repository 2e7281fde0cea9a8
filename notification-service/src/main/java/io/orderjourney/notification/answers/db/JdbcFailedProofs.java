package io.orderjourney.notification.answers.db;

import io.orderjourney.notification.answers.FailedProofs;
import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** The table {@code failed_proof}. */
@ApplicationScoped
class JdbcFailedProofs implements FailedProofs {

    private final Sql sql;

    JdbcFailedProofs(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public int since(List<String> keys, Instant since) {
        return sql.query("""
                        select count(*) as failures from failed_proof where key = any(?) and failed_at > ?
                        group by key order by failures desc limit 1
                        """, row -> row.getInt("failures"), SqlArray.texts(keys), since).stream()
                .findFirst()
                .orElse(0);
    }

    @Override
    public void record(List<String> keys, Instant at, Instant forgetBefore) {
        sql.update("delete from failed_proof where failed_at < ?", forgetBefore);
        sql.update("insert into failed_proof (key, failed_at) select unnest(?), ?", SqlArray.texts(keys), at);
    }
}
