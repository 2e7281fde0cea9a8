package io.orderjourney.operations;

import io.orderjourney.time.BusinessClock;
import io.orderjourney.time.DatabaseClock;
import io.orderjourney.time.SettableClock;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Chooses the one clock of the service: the database's, unless a demo or a test names the file of a settable one. */
@Singleton
class ServiceClock {

    @Produces
    @Singleton
    BusinessClock clock(@ConfigProperty(name = "journey.clock.file") Optional<Path> file, DataSource database) {
        return file.<BusinessClock>map(SettableClock::at).orElseGet(() -> new DatabaseClock(database));
    }

    void close(@Disposes BusinessClock clock) {
        if (clock instanceof DatabaseClock database) {
            database.close();
        }
    }
}
