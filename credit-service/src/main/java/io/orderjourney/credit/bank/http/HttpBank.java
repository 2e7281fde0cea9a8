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
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The bank behind its HTTP door. An answer counts only if every part of it that we use has the agreed shape. */
@ApplicationScoped
class HttpBank implements Bank {

    private static final Pattern REFERENCE = Pattern.compile("[\\x21-\\x7e]{1,64}");

    private final BankHttpClient door;
    private final String callbackUrl;

    HttpBank(BankHttpClient door, @ConfigProperty(name = "journey.partners.bank.callback-url") String callbackUrl) {
        this.door = door;
        this.callbackUrl = callbackUrl;
    }

    @Override
    public SubmissionAck submit(UUID reference, Money amount, UUID customerId, boolean mayHaveIt) {
        return answered(() -> {
            if (mayHaveIt) {
                Optional<JsonNode> known = door.find("/applications/" + reference);
                if (known.isPresent()) {
                    return receipt(reference, known.get());
                }
            }
            return receipt(reference, door.post("/applications", reference, body(reference, amount, customerId)));
        });
    }

    @Override
    public void tellAgreement(UUID reference, String expertId, Instant signedAt) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("reference", reference.toString());
        body.put("expertId", expertId);
        body.put("signedAt", signedAt.toString());
        answered(() -> door.post("/applications/" + reference + "/agreement", reference, body));
    }

    private Map<String, Object> body(UUID reference, Money amount, UUID customerId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("reference", reference.toString());
        body.put("amount", amount);
        body.put("applicant", Map.of("customerId", customerId.toString()));
        body.put("callbackUrl", callbackUrl);
        return body;
    }

    private static SubmissionAck receipt(UUID reference, JsonNode answer) {
        String echoed = answer.path("reference").asText("");
        String bankReference = answer.path("bankReference").asText("");
        if (!echoed.equals(reference.toString())
                || !REFERENCE.matcher(bankReference).matches()) {
            throw new BankHttpClient.CallFailed("The bank's answer is about something else", null);
        }
        return new SubmissionAck(bankReference, time(answer.path("expectedDecisionAt")));
    }

    /** A time that cannot be read is as good as none: the receipt itself is what matters. */
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

    private static <T> T answered(Supplier<T> call) {
        try {
            return call.get();
        } catch (CircuitBreakerOpenException e) {
            throw new Away(e);
        } catch (TimeoutException e) {
            throw new Unanswered("The bank did not answer in time", e);
        } catch (BulkheadException e) {
            throw new Unanswered("Too many calls to the bank at once", e);
        } catch (BankHttpClient.CallFailed | BankHttpClient.SaidNo e) {
            throw new Unanswered(String.valueOf(e.getMessage()), e);
        }
    }
}
