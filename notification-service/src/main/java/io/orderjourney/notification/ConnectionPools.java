package io.orderjourney.notification;

import io.agroal.api.AgroalDataSource;
import io.orderjourney.messaging.loops.SeparatePools;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** The watch, the sender and the consumers have connections of their own, so that people who open a page do not wait for theirs. */
@Dependent
class ConnectionPools {

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    DataSource database(
            AgroalDataSource people, @io.quarkus.agroal.DataSource("background") AgroalDataSource background) {
        return new SeparatePools(people, background);
    }
}
