package io.orderjourney.stack.simulators;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/** Signs a callback the Standard Webhooks way, the line of its method and path before its body, with a secret of both sides. */
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
    public Map<String, String> headers(Callback callback, String body, Instant realNow) {
        String payload = callback.method() + " " + URI.create(callback.url()).getPath() + "\n" + body;
        long timestamp = realNow.getEpochSecond();
        try {
            return Map.of(
                    "webhook-id", callback.id(),
                    "webhook-timestamp", Long.toString(timestamp),
                    "webhook-signature", webhook.sign(callback.id(), timestamp, payload));
        } catch (WebhookSigningException e) {
            throw new IllegalStateException("The webhook secret does not work", e);
        }
    }
}
