package io.orderjourney.rest.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** A service that is not part of a local stack does not start with settings that are safe only there. */
@Singleton
class RefuseUnsafeStart {

    private static final int BEFORE_ALL = 1;

    private final Config config;

    RefuseUnsafeStart(Config config) {
        this.config = config;
    }

    /** @throws IllegalStateException naming every setting that is refused, and no value */
    void check(@Observes @Priority(BEFORE_ALL) StartupEvent started) {
        List<ProductionSettings.Violation> violations = ProductionSettings.violations(name ->
                config.getOptionalValue(name, String.class).map(String::strip).filter(value -> !value.isEmpty()));
        if (!violations.isEmpty()) {
            throw new IllegalStateException(violations.stream()
                    .map(violation -> " - " + violation.setting() + ": " + violation.reason())
                    .collect(Collectors.joining(
                            "\n",
                            "This service does not start with settings of a local stack ("
                                    + ProductionSettings.ENVIRONMENT + " is not " + ProductionSettings.LOCAL + "):\n",
                            "")));
        }
    }
}
