package io.orderjourney.messaging.quarkus;

import io.orderjourney.contracts.Hmac;
import io.orderjourney.contracts.TopicAccess;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The secrets with which partners sign their records: the same with which they sign their calls. */
@Singleton
class PartnerKeys {

    private final Map<String, String> bySource = new HashMap<>();

    PartnerKeys(
            @ConfigProperty(name = "journey.partners.bank.webhook-secret") Optional<String> bank,
            @ConfigProperty(name = "journey.partners.courier.webhook-secret") Optional<String> courier,
            @ConfigProperty(name = "journey.partners.warehouse.webhook-secret") Optional<String> warehouse,
            @ConfigProperty(name = "journey.partners.supplier-secrets") Optional<String> suppliers,
            @ConfigProperty(name = "journey.partners.workshop-secrets") Optional<String> workshops) {
        byName("journey.partners.supplier-secrets", suppliers);
        byName("journey.partners.workshop-secrets", workshops);
        bank.ifPresent(secret -> bySource.put(TopicAccess.BANK, secret));
        courier.ifPresent(secret -> bySource.put(TopicAccess.COURIER, secret));
        warehouse.ifPresent(secret -> bySource.put(TopicAccess.WAREHOUSE, secret));
    }

    private void byName(String setting, Optional<String> configured) {
        configured
                .filter(text -> !text.isBlank())
                .ifPresent(text -> Hmac.agreedByName(setting, text)
                        .forEach((name, secret) -> bySource.put(TopicAccess.PARTNERS + name, secret)));
    }

    /** By source. A source without a secret is refused. */
    Map<String, String> bySource() {
        return Map.copyOf(bySource);
    }
}
