package io.orderjourney.order.answercard.console;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.Viewer;
import io.orderjourney.console.desk.AnswerCards;
import io.orderjourney.console.desk.Card;
import io.orderjourney.contracts.state.NextStep;
import io.orderjourney.order.answercard.AnswerCard;
import io.orderjourney.order.answercard.AnswerCard.PromiseLine;
import io.orderjourney.order.answercard.CardViewers.CardViewer;
import io.orderjourney.order.answercard.JourneyFact;
import io.orderjourney.order.answercard.NoticeHistory;
import io.orderjourney.order.answercard.TimelineText;
import io.orderjourney.order.answercard.usecase.NotePresence;
import io.orderjourney.order.answercard.usecase.ReadAnswerCard;
import io.orderjourney.order.customers.Customer;
import io.orderjourney.order.customers.Customers;
import io.orderjourney.promises.Outlook;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.Wording;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The answer card in the words of the desks' screens. */
@ApplicationScoped
class CardScreen implements AnswerCards {

    private static final String BUNDLE = "io.orderjourney.order.answercard.card";
    private static final Set<String> TALK_TO_CUSTOMERS =
            Set.of(Roles.SALES, Roles.CREDIT, Roles.PICKUP_POINT, Roles.CUSTOMER_CARE, Roles.MANAGEMENT);

    private final ReadAnswerCard cards;
    private final Customers customers;
    private final CurrentTerms terms;
    private final NotePresence presence;

    CardScreen(ReadAnswerCard cards, Customers customers, CurrentTerms terms, NotePresence presence) {
        this.cards = cards;
        this.customers = customers;
        this.terms = terms;
        this.presence = presence;
    }

    @Override
    public Optional<Card> card(UUID journeyId, Viewer viewer) {
        ConsoleTexts texts = texts(viewer.language());
        ShopTerms shop = terms.get();
        return cards.of(journeyId).map(card -> card(card, who(card, viewer), texts, shop));
    }

    @Override
    public List<String> alsoOpenFor(UUID journeyId, Viewer viewer) {
        return presence.of(journeyId, new CardViewer(viewer.actor(), viewer.name()));
    }

    /** Only for those who talk to customers. */
    private Card.@Nullable Who who(AnswerCard card, Viewer viewer) {
        if (Collections.disjoint(viewer.roles(), TALK_TO_CUSTOMERS)) {
            return null;
        }
        return customers
                .find(card.journey().order().customerId())
                .map(Customer::contact)
                .map(contact -> new Card.Who(contact.name(), contact.phone(), contact.email(), contact.language()))
                .orElse(null);
    }

    static ConsoleTexts texts(String language) {
        return ConsoleTexts.of(language, BUNDLE, CardScreen.class.getClassLoader());
    }

    private static Card card(AnswerCard card, Card.@Nullable Who who, ConsoleTexts texts, ShopTerms shop) {
        return new Card(
                texts.of("stage", card.journey().stage()),
                who,
                card.waitsFor().stream()
                        .map(step -> step(step, card, texts, shop))
                        .toList(),
                card.promises().stream()
                        .sorted(Comparator.comparing(
                                        (PromiseLine line) -> !line.promise().isOpen())
                                .thenComparing(line -> line.promise().dueAt()))
                        .map(line -> line(line, texts, shop))
                        .toList(),
                newestFirst(card.notices().messages()).stream()
                        .map(message -> message(message, texts))
                        .toList(),
                newestFirst(card.timeline()).stream()
                        .map(fact -> entry(fact, shop))
                        .toList(),
                card.journey().chases());
    }

    private static Card.Step step(NextStep step, AnswerCard card, ConsoleTexts texts, ShopTerms shop) {
        String what = card.promises().stream()
                .map(PromiseLine::promise)
                .filter(promise -> promise.kind().equals(step.kind()))
                .map(Promise::turn)
                .filter(Objects::nonNull)
                .findFirst()
                .map(turn -> texts.of("turn", turn.reason()))
                .orElseGet(() -> texts.of("step", step.kind(), step.text()));
        return new Card.Step(
                what, texts.of("of", step.desk()), shop.desk(step.desk()).phone(), step.dueAt());
    }

    private static Card.Line line(PromiseLine line, ConsoleTexts texts, ShopTerms shop) {
        Promise promise = line.promise();
        return new Card.Line(
                Wording.told(promise, shop.zone(), texts.language()),
                texts.of("of", promise.desk()),
                promise.dueAt(),
                promise.firstPromisedAt(),
                texts.of("outlook", line.outlook()),
                look(line.outlook()),
                laterThanDue(line),
                line.reschedules().stream().map(move -> move(move, texts)).toList());
    }

    private static @Nullable Instant laterThanDue(PromiseLine line) {
        Instant expectedAt = line.expectedAt();
        return expectedAt != null && expectedAt.isAfter(line.promise().dueAt()) ? expectedAt : null;
    }

    private static String look(Outlook outlook) {
        return switch (outlook) {
            case ON_TRACK, KEPT -> "good";
            case AT_RISK -> "warn";
            case MISSED -> "bad";
            case WAITING, WITHDRAWN -> "plain";
        };
    }

    private static Card.Move move(NoticeHistory.Reschedule move, ConsoleTexts texts) {
        return new Card.Move(
                move.previousDueAt(),
                move.dueAt(),
                texts.of("reason", move.reason()),
                move.bySystem() ? texts.say("by.system") : move.decidedBy(),
                move.announcedAt());
    }

    /** A delay names its subject with the kind of promise: {@code DELAY PICKUP_READY}. */
    private static Card.Message message(NoticeHistory.Message message, ConsoleTexts texts) {
        String about = message.subjects().stream()
                .map(subject -> subject.startsWith("DELAY ")
                        ? texts.say("delay", texts.of("kind", subject.substring(6), subject.substring(6)))
                        : texts.of("subject", subject, subject))
                .collect(Collectors.joining("; "));
        return new Card.Message(
                message.attemptedAt(), texts.of("channel", message.channel()), about, message.failureReason());
    }

    private static Card.Entry entry(JourneyFact fact, ShopTerms shop) {
        return new Card.Entry(fact.occurredAt(), TimelineText.actor(fact), TimelineText.text(fact, shop.zone()));
    }

    private static <T> List<T> newestFirst(List<T> oldestFirst) {
        List<T> reversed = new ArrayList<>(oldestFirst);
        Collections.reverse(reversed);
        return reversed;
    }
}
