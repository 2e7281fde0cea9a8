package io.orderjourney.messaging.quarkus;

import io.agroal.api.AgroalDataSource;
import io.orderjourney.messaging.loops.SeparatePools;
import io.quarkus.agroal.DataSource;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * What a service does by itself (loops, consumers, the relay) has connections of its own, so that people who ask do not wait for
 * theirs. It takes the place of the default data source, for plain SQL and for entities alike: both of one transaction are to
 * come from one pool. That data source is never opened; it says where both connect, and how.
 */
@Dependent
class ConnectionPools {

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    AgroalDataSource database(
            @DataSource("people") AgroalDataSource people, @DataSource("background") AgroalDataSource background) {
        return new SeparatePools(people, background);
    }
}
