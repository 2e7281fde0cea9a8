package io.orderjourney.operations;

import io.orderjourney.operations.ServerSettings.Objection;
import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Looks at PostgreSQL's settings before the service works with it: in production it refuses those that can lose what was acknowledged. */
@Singleton
class DatabaseSettingsCheck {

    private static final Logger LOG = Logger.getLogger(DatabaseSettingsCheck.class);
    static final String PAGE = "docs/server-settings.md";

    private final Sql sql;
    private final boolean local;

    DatabaseSettingsCheck(
            DataSource database,
            @ConfigProperty(name = "journey.environment", defaultValue = "production") String environment) {
        this.sql = new Sql(database);
        this.local = environment.equals("local");
    }

    void check(@Observes StartupEvent started) {
        refuseOrWarn(ServerSettings.ofDatabase(settings()), local);
    }

    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        sql.query(
                        "select name, setting from pg_settings where name = any(?)",
                        row -> Map.entry(row.getString(1), row.getString(2)),
                        SqlArray.texts(ServerSettings.databaseSettings()))
                .forEach(setting -> settings.put(setting.getKey(), setting.getValue()));
        return settings;
    }

    /** @throws IllegalStateException in production, if something acknowledged can be lost */
    static void refuseOrWarn(List<Objection> objections, boolean local) {
        List<Objection> fatal = objections.stream().filter(Objection::loses).toList();
        if (!fatal.isEmpty() && !local) {
            throw new IllegalStateException(fatal.stream()
                    .map(objection -> " - " + objection)
                    .collect(Collectors.joining(
                            "\n", "PostgreSQL can lose what it acknowledged (" + PAGE + " explains it):\n", "")));
        }
        objections.forEach(objection ->
                LOG.logf(local ? Logger.Level.DEBUG : Logger.Level.WARN, "PostgreSQL: %s; see %s", objection, PAGE));
    }
}
