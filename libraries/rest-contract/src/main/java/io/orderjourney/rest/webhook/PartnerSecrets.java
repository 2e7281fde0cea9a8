package io.orderjourney.rest.webhook;

import io.orderjourney.contracts.Hmac;
import io.orderjourney.rest.problem.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The secrets of several partners, each with its own, so that none of them can sign for another. */
public final class PartnerSecrets {

    private final Map<String, WebhookSignature> byPartner;

    private PartnerSecrets(Map<String, WebhookSignature> byPartner) {
        this.byPartner = Map.copyOf(byPartner);
    }

    /**
     * Reads {@code name:secret}, separated by commas. A partner whose secret is being changed stands there twice: both are good.
     *
     * @param setting named if an entry is refused; its secret is not
     * @throws IllegalStateException if an entry is none, or its secret has less than 16 bytes
     */
    public static PartnerSecrets parse(String setting, Optional<String> configured) {
        Map<String, WebhookSignature> signatures = new HashMap<>();
        configured
                .filter(text -> !text.isBlank())
                .map(text -> Hmac.agreedByName(setting, text))
                .orElse(Map.of())
                .forEach((name, both) -> signatures.put(name, WebhookSignature.of(both)));
        return new PartnerSecrets(signatures);
    }

    /**
     * The signature of one partner.
     *
     * @throws Problem 401 {@code signature-invalid} if no secret was agreed with it
     */
    public WebhookSignature of(String partner) {
        WebhookSignature signature = byPartner.get(partner);
        if (signature == null) {
            throw WebhookSignature.refused();
        }
        return signature;
    }
}
