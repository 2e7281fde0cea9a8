package io.orderjourney.notification.answers.usecase;

import io.orderjourney.contracts.Hmac;
import io.orderjourney.contracts.KeyRing;
import io.orderjourney.notification.answers.FailedProofs;
import io.orderjourney.notification.answers.OrderProof;
import io.orderjourney.notification.answers.ProofLimit;
import io.orderjourney.notification.contacts.Contacts;
import io.orderjourney.notification.ledger.Journey;
import io.orderjourney.notification.ledger.Journeys;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.notices.Notices;
import io.orderjourney.notification.notices.usecase.AnswerLinks;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Leads somebody who lost the link to the page of their order, if they know its number and how they are reached. */
@ApplicationScoped
public class FindOrderPage {

    private final Journeys journeys;
    private final Contacts contacts;
    private final Notices notices;
    private final AnswerLinks links;
    private final ProofLimit limit;
    private final BusinessClock clock;
    private final Hmac hmac;

    FindOrderPage(
            Journeys journeys,
            Contacts contacts,
            Notices notices,
            AnswerLinks links,
            FailedProofs failures,
            BusinessClock clock,
            @ConfigProperty(name = "journey.answers.secret") String secret) {
        this.journeys = journeys;
        this.contacts = contacts;
        this.notices = notices;
        this.links = links;
        this.limit = new ProofLimit(failures);
        this.clock = clock;
        this.hmac = KeyRing.of(secret, "order proofs").signing().hmac();
    }

    /** This order, or this address, was tried too often; it can be tried again after an hour. */
    public static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMany() {
            super("Tried too often");
        }
    }

    /**
     * The link to the page; empty if the two do not belong together, or nothing was sent about the order yet.
     *
     * @throws TooMany even for a right proof, so that guessing is of no use
     */
    @Transactional
    public Optional<String> find(OrderProof proof) {
        Instant now = clock.instant();
        List<String> keys = Stream.of("order " + proof.number(), "reached at " + proof.reachedAt())
                .map(this::unreadable)
                .toList();
        if (limit.isReached(keys, now)) {
            throw new TooMany();
        }
        Optional<String> link = journeys.numbered(proof.number()).stream()
                .filter(journey -> !journey.isInquiry())
                .filter(journey ->
                        contacts.find(journey.customerId()).filter(proof::isOf).isPresent())
                .flatMap(journey -> lastMessage(journey).stream())
                .findFirst()
                .map(links::of);
        if (link.isEmpty()) {
            limit.failed(keys, now);
        }
        return link;
    }

    private Optional<Long> lastMessage(Journey journey) {
        return notices.of(journey.id()).stream().map(Notice::number).max(Comparator.naturalOrder());
    }

    /** What was typed is personal data, and is not kept. */
    private String unreadable(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac.sign(key.getBytes(StandardCharsets.UTF_8)));
    }
}
