package io.orderjourney.notification.sources.db;

import io.orderjourney.notification.sources.SourceReports;
import io.orderjourney.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/** The table {@code service_report}. */
@ApplicationScoped
class JdbcSourceReports implements SourceReports {

    private final Sql sql;

    JdbcSourceReports(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public void reported(String service, Duration unpublishedFor) {
        sql.update("""
                insert into service_report as known (service, reports, unpublished_seconds) values (?, 1, ?)
                on conflict (service) do update
                  set reports = known.reports + 1, unpublished_seconds = excluded.unpublished_seconds
                """, service, unpublishedFor.toSeconds());
    }

    @Override
    public void gone(String service) {
        sql.update("delete from service_report where service = ?", service);
    }

    @Override
    public List<Reported> all() {
        return sql.query(
                "select service, reports, unpublished_seconds from service_report",
                row -> new Reported(
                        row.getString("service"),
                        row.getLong("reports"),
                        Duration.ofSeconds(row.getLong("unpublished_seconds"))));
    }
}
