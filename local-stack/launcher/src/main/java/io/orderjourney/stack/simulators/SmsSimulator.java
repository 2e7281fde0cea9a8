package io.orderjourney.stack.simulators;

import io.orderjourney.stack.http.Json;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The SMS gateway: sends nothing, keeps everything. A message is known by the sender's reference, so that handing it over
 * again sends no second one.
 */
final class SmsSimulator {

    private static final String ACCEPTED = "accepted";

    /** One message on a customer's phone. */
    record Message(String reference, String gatewayReference, String to, String text, Instant sentAt, String status) {}

    private final Ledger ledger;
    private final InstantSource clock;
    private final Map<String, Message> messages = new LinkedHashMap<>();

    SmsSimulator(Ledger ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
        ledger.forEach(entry -> {
            if (entry.kind().equals(ACCEPTED)) {
                Message message = Json.read(entry.detail(), Message.class);
                messages.put(message.reference(), message);
            }
        });
    }

    /** Takes a message, or returns the first result for a repeated one. */
    synchronized Message send(String reference, String to, String text) {
        Message known = messages.get(reference);
        if (known != null) {
            boolean same = known.to().equals(to) && known.text().equals(text);
            ledger.write("repeated", reference, Map.of("same", same));
            return known;
        }
        Message message = new Message(reference, "S-" + (messages.size() + 1), to, text, clock.instant(), "DELIVERED");
        messages.put(reference, message);
        ledger.write(ACCEPTED, reference, message);
        return message;
    }

    synchronized Message demand(String reference) {
        Message message = messages.get(reference);
        if (message == null) {
            throw FaultInjector.notFound("message " + reference);
        }
        return message;
    }

    /** Oldest first; all of them when no number is given. The first {@code after} of all are left out. */
    synchronized List<Message> messages(@Nullable String to, long after) {
        return messages.values().stream()
                .skip(after)
                .filter(message -> to == null || message.to().equals(to))
                .toList();
    }
}
