package io.orderjourney.order.answercard;

import io.orderjourney.contracts.state.JourneyState;
import io.orderjourney.contracts.state.NextStep;
import io.orderjourney.contracts.state.PromiseState;
import io.orderjourney.promises.Expectation;
import io.orderjourney.promises.JourneyForecast;
import io.orderjourney.promises.Outlook;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.ShopTerms;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one page that any employee needs: where the journey is, what it waits for, who has it, until when, what next. It is
 * derived whenever somebody reads it; nothing of it is stored.
 *
 * @param waitsFor the steps that can be done now; empty when the journey is over
 * @param timeline the facts, oldest first
 * @param calculatedAt business time of the card
 */
public record AnswerCard(
        UUID journeyId,
        JourneyProjection journey,
        List<PromiseLine> promises,
        List<NextStep> waitsFor,
        NoticeHistory notices,
        List<JourneyFact> timeline,
        Instant calculatedAt) {

    /**
     * One promise with what is to be expected of it.
     *
     * @param expectedAt when it will be kept, as known now; null once it is over
     */
    public record PromiseLine(
            Promise promise,
            Outlook outlook,
            @Nullable Instant expectedAt,
            List<NoticeHistory.Reschedule> reschedules) {}

    /** @return empty as long as nothing is known of an order */
    public static Optional<AnswerCard> of(
            UUID journeyId, List<JourneyFact> facts, List<Promise> promises, ShopTerms terms, Instant now) {
        return JourneyProjection.of(facts).map(journey -> {
            // A kind that this copy of the policy does not know yet cannot be foreseen; it will be in a moment.
            List<Promise> known = promises.stream()
                    .filter(promise -> terms.knows(promise.kind()))
                    .sorted(Comparator.comparing(Promise::madeAt).thenComparing(Promise::id))
                    .toList();
            NoticeHistory notices = NoticeHistory.of(facts);
            return new AnswerCard(
                    journeyId,
                    journey,
                    lines(known, notices, terms, now),
                    journey.isOpen()
                            ? NextSteps.of(
                                    known, journey.payment(), journey.order().byCourier(), terms, now)
                            : List.of(),
                    notices,
                    facts.stream().sorted(JourneyFact.IN_ORDER).toList(),
                    now);
        });
    }

    private static List<PromiseLine> lines(
            List<Promise> promises, NoticeHistory notices, ShopTerms terms, Instant now) {
        JourneyForecast forecast = JourneyForecast.of(promises, terms, now);
        return promises.stream()
                .map(promise -> {
                    Expectation expectation = forecast.of(promise);
                    return new PromiseLine(
                            promise,
                            promise.outlook(expectation, terms, now),
                            promise.isOpen() ? expectation.expectedAt() : null,
                            notices.reschedulesOf(promise.id()));
                })
                .toList();
    }

    /** What happens next; null only when the journey is over. */
    public @Nullable NextStep nextStep() {
        return waitsFor.isEmpty() ? null : waitsFor.get(0);
    }

    /** The same in short, for other systems. */
    public JourneyState toState() {
        return new JourneyState(
                journeyId,
                journey.order().orderNumber(),
                journey.order().customerId(),
                journey.stage().name(),
                journey.isOpen(),
                promises.stream().map(line -> state(line.promise())).toList(),
                nextStep(),
                journey.changedAt());
    }

    private static PromiseState state(Promise promise) {
        return new PromiseState(
                promise.id(),
                promise.kind(),
                promise.desk(),
                promise.firstPromisedAt(),
                promise.windowStartAt(),
                promise.dueAt(),
                promise.revision(),
                promise.keptAt(),
                promise.withdrawnAt());
    }
}
