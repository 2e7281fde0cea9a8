package io.orderjourney.notification.webhooks.usecase;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.orderjourney.contracts.ContractJson;
import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.DeskTaskKind;
import io.orderjourney.notification.desktasks.usecase.DeskTaskHandler;
import io.orderjourney.notification.webhooks.TargetAddressPolicy;
import io.orderjourney.notification.webhooks.WebhookDelivery;
import io.orderjourney.notification.webhooks.WebhookEndpoint;
import io.orderjourney.notification.webhooks.WebhookMessage;
import io.orderjourney.notification.webhooks.Webhooks;
import io.orderjourney.time.BusinessClock;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** What an operator does with endpoints, each in one transaction. */
@Singleton
public class WebhookEndpointHandler {

    private static final Logger LOG = Logger.getLogger(WebhookEndpointHandler.class);
    private static final int SECRET_BYTES = 32;
    private static final int SENT_AGAIN_MAX = 1_000;

    /** So long a receiver may take to change its copy of the secret: until then each message carries both signatures. */
    private static final Duration OLD_SECRET_GOOD_FOR = Duration.ofHours(24);

    private static final Duration DO_WITHIN = Duration.ofHours(4);

    private final Webhooks webhooks;
    private final DeskTaskHandler desks;
    private final BusinessClock clock;
    private final TargetAddressPolicy targets;
    private final Counter disabled;
    private final SecureRandom random = new SecureRandom();
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    WebhookEndpointHandler(
            Webhooks webhooks,
            DeskTaskHandler desks,
            BusinessClock clock,
            MeterRegistry registry,
            @ConfigProperty(name = "journey.webhooks.private-targets", defaultValue = "false") boolean privateTargets) {
        this.webhooks = webhooks;
        this.desks = desks;
        this.clock = clock;
        this.targets = new TargetAddressPolicy(privateTargets);
        this.disabled = registry.counter("journey.webhooks.disabled");
    }

    /** An endpoint with its secret, which is shown this once. */
    public record WithSecret(WebhookEndpoint endpoint, String secret) {}

    /** The address or a type is refused. */
    public static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String field;
        private final String why;

        Refused(String field, String why) {
            super(why);
            this.field = field;
            this.why = why;
        }

        /** For people; repeats nothing of what was sent. */
        public String why() {
            return why;
        }

        public String field() {
            return field;
        }
    }

    /** @throws Refused if nothing may be sent there, or a type does not exist */
    @Transactional
    public WithSecret register(String url, Set<String> types, String description) {
        targets.objection(url).ifPresent(why -> {
            throw new Refused("url", why);
        });
        List<String> unknown = WebhookEndpoint.unknown(types);
        if (!unknown.isEmpty()) {
            throw new Refused("types", "It knows only " + String.join(", ", WebhookEndpoint.typeNames()) + ".");
        }
        WebhookEndpoint endpoint =
                new WebhookEndpoint(ids.generate(), url, types, description, clock.instant(), null, null, null);
        String secret = newSecret();
        webhooks.add(endpoint, secret);
        return new WithSecret(endpoint, secret);
    }

    /** Empty if there is no such endpoint. */
    @Transactional
    public Optional<WithSecret> rotateSecret(UUID id) {
        return webhooks.endpoint(id).map(endpoint -> {
            String secret = newSecret();
            webhooks.changeSecret(id, secret, clock.instant().plus(OLD_SECRET_GOOD_FOR));
            return new WithSecret(endpoint, secret);
        });
    }

    /** Sends a message that says nothing; its id, or empty if there is no such endpoint. */
    @Transactional
    public Optional<UUID> test(UUID id) {
        return webhooks.endpoint(id).map(endpoint -> {
            Instant now = clock.instant();
            UUID messageId = ids.generate();
            String body = new String(
                    ContractJson.write(
                            Map.of("type", WebhookEndpoint.TEST, "timestamp", now.toString(), "data", Map.of())),
                    StandardCharsets.UTF_8);
            webhooks.queue(List.of(new WebhookMessage(messageId, WebhookEndpoint.TEST, null, body, now)), id, now);
            return messageId;
        });
    }

    /** What has waited is sent now. Empty if there is no such endpoint. */
    @Transactional
    public Optional<WebhookEndpoint> enable(UUID id) {
        webhooks.enable(id, clock.instant());
        return webhooks.endpoint(id);
    }

    @Transactional
    public boolean remove(UUID id) {
        return webhooks.remove(id);
    }

    /** At most a thousand, the oldest first; the caller asks again for the rest. */
    @Transactional
    public int sendAgain(UUID id, WebhookDelivery.Filter which) {
        return webhooks.sendAgain(id, which, SENT_AGAIN_MAX, clock.instant());
    }

    /** Nothing is dropped: what happens from now on waits for the endpoint, and somebody is asked to mend it. */
    @Transactional
    void disable(WebhookDelivery last, String why) {
        Instant now = clock.instant();
        if (!webhooks.disable(last.endpointId(), why, now)) {
            return;
        }
        LOG.errorf("Disabled webhook endpoint %s: %s", last.endpointId(), why);
        disabled.increment();
        UUID journeyId = last.message().journeyId();
        if (journeyId != null) {
            desks.open(
                    journeyId,
                    Desk.MANAGEMENT,
                    DeskTaskKind.ESCALATION,
                    null,
                    0,
                    "Webhook endpoint " + last.endpointId() + " is disabled. " + why
                            + ". Its messages wait: have it mended, then enable it again",
                    now.plus(DO_WITHIN));
        }
    }

    private String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return "whsec_" + Base64.getEncoder().encodeToString(secret);
    }
}
