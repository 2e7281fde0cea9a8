package io.orderjourney.credit.bank.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.contracts.Money;
import io.orderjourney.credit.bank.Bank;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The bank over HTTP. A response counts only if every part of it that we use has the agreed shape. */
@ApplicationScoped
class HttpBank implements Bank {

    /** Nothing is wrong with the request: it is repeated until somebody mends the settings. */
    private static final Set<Integer> CREDENTIALS_REFUSED = Set.of(401, 403, 407);

    private static final int NOT_FOUND = 404;

    private static final Pattern REFERENCE = Pattern.compile("[\\x21-\\x7e]{1,64}");

    private final BankHttpClient client;
    private final String callbackUrl;

    HttpBank(BankHttpClient client, @ConfigProperty(name = "journey.partners.bank.callback-url") String callbackUrl) {
        this.client = client;
        this.callbackUrl = callbackUrl;
    }

    @Override
    public SubmissionAck submit(UUID reference, Money amount, UUID customerId, boolean mayHaveIt) {
        return acknowledged(() -> {
            if (mayHaveIt) {
                Optional<JsonNode> known = client.find("/applications/" + reference);
                if (known.isPresent()) {
                    return ack(reference, known.get());
                }
            }
            return ack(reference, client.post("/applications", reference, body(reference, amount, customerId)));
        });
    }

    @Override
    public void reportAgreement(UUID reference, String expertId, Instant signedAt) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("reference", reference.toString());
        body.put("expertId", expertId);
        body.put("signedAt", signedAt.toString());
        acknowledged(() -> client.post("/applications/" + reference + "/agreement", reference, body));
    }

    @Override
    public void withdraw(UUID reference) {
        Map<String, Object> body = Map.of("reference", reference.toString());
        acknowledged(() -> {
            try {
                return Optional.of(client.post("/applications/" + reference + "/withdrawal", reference, body));
            } catch (BankHttpClient.RequestRejected e) {
                if (e.status() == NOT_FOUND) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    private Map<String, Object> body(UUID reference, Money amount, UUID customerId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("reference", reference.toString());
        body.put("amount", amount);
        body.put("applicant", Map.of("customerId", customerId.toString()));
        body.put("callbackUrl", callbackUrl);
        return body;
    }

    private static SubmissionAck ack(UUID reference, JsonNode answer) {
        String echoed = answer.path("reference").asText("");
        String bankReference = answer.path("bankReference").asText("");
        if (!echoed.equals(reference.toString())
                || !REFERENCE.matcher(bankReference).matches()) {
            throw new BankHttpClient.AttemptFailed("The bank's response is about another application", null);
        }
        return new SubmissionAck(bankReference, time(answer.path("expectedDecisionAt")));
    }

    /** A time that cannot be read counts as none: the acknowledgement itself is what matters. */
    private static @Nullable Instant time(JsonNode node) {
        if (!node.isTextual()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(node.asText()).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static <T> T acknowledged(Supplier<T> call) {
        try {
            return call.get();
        } catch (CircuitBreakerOpenException e) {
            throw new Unavailable(e);
        } catch (TimeoutException e) {
            throw new CallFailed("The bank did not respond in time", e);
        } catch (BulkheadException e) {
            throw new CallFailed("Too many calls to the bank at once", e);
        } catch (BankHttpClient.AttemptFailed e) {
            throw new CallFailed(String.valueOf(e.getMessage()), e);
        } catch (BankHttpClient.RequestRejected e) {
            if (CREDENTIALS_REFUSED.contains(e.status())) {
                throw new CallFailed("The bank refused our credentials with status " + e.status(), e);
            }
            throw new Rejected(e.status(), e);
        }
    }
}
