package io.orderjourney.stack.simulators;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.time.Instant;
import java.util.Map;

/** Signs a callback the Standard Webhooks way, with a secret that both sides hold. */
final class WebhookSignature implements Credentials {

    private final Webhook webhook;

    /** The secret is base64, with or without the customary {@code whsec_} in front. */
    WebhookSignature(String secret) {
        try {
            this.webhook = new Webhook(secret);
        } catch (EmptyWebhookSecretException e) {
            throw new IllegalArgumentException("A webhook secret is needed", e);
        }
    }

    @Override
    public Map<String, String> headers(String callbackId, String body, Instant realNow) {
        try {
            return Map.of(
                    "webhook-id", callbackId,
                    "webhook-timestamp", Long.toString(realNow.getEpochSecond()),
                    "webhook-signature", webhook.sign(callbackId, realNow.getEpochSecond(), body));
        } catch (WebhookSigningException e) {
            throw new IllegalStateException("The webhook secret does not work", e);
        }
    }
}
