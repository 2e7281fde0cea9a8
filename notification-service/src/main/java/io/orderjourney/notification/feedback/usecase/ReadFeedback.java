package io.orderjourney.notification.feedback.usecase;

import io.orderjourney.notification.feedback.Feedback;
import io.orderjourney.notification.feedback.FeedbackCause;
import io.orderjourney.notification.feedback.FeedbackPolicy;
import io.orderjourney.notification.ledger.Journey;
import io.orderjourney.notification.ledger.Journeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what customers answered, and what it adds up to; sees to the policy. */
@ApplicationScoped
public class ReadFeedback {

    private static final double TENTHS = 10.0;

    private final Feedback.Answers answers;
    private final Journeys journeys;

    ReadFeedback(Feedback.Answers answers, Journeys journeys) {
        this.answers = answers;
        this.journeys = journeys;
    }

    /** One answer. @param orderNumber absent if the order is not known here any more */
    public record Found(Feedback feedback, @Nullable String orderNumber) {}

    /** The newest first. */
    @Transactional
    public List<Found> list(Feedback.Answers.@Nullable Place after, int atMost) {
        List<Feedback> all = answers.list(after, atMost);
        Map<UUID, Journey> known =
                journeys.find(all.stream().map(Feedback::journeyId).toList());
        return all.stream()
                .map(one -> {
                    Journey journey = known.get(one.journeyId());
                    return new Found(one, journey == null ? null : journey.orderNumber());
                })
                .toList();
    }

    /** What the answers of these days add up to, from counters that were kept as they came in. */
    @Transactional
    public List<Feedback.Answers.Count> counts(LocalDate from, LocalDate until) {
        return answers.counts(from, until);
    }

    /** A cause with its answers. @param rating on average */
    public record Cause(FeedbackCause cause, long answers, double rating) {}

    /** The causes of these days, the most frequent first. */
    @Transactional
    public List<Cause> causes(LocalDate from, LocalDate until) {
        Map<FeedbackCause, List<Feedback.Answers.Count>> all =
                answers.counts(from, until).stream().collect(Collectors.groupingBy(Feedback.Answers.Count::cause));
        return all.entrySet().stream()
                .map(entry -> cause(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Cause::answers).reversed().thenComparing(Cause::cause))
                .toList();
    }

    private static Cause cause(FeedbackCause cause, List<Feedback.Answers.Count> counts) {
        long answers =
                counts.stream().mapToLong(Feedback.Answers.Count::answers).sum();
        long stars = counts.stream()
                .mapToLong(count -> count.rating() * count.answers())
                .sum();
        return new Cause(cause, answers, Math.round(TENTHS * stars / (double) answers) / TENTHS);
    }

    @Transactional
    public FeedbackPolicy policy() {
        return answers.policy();
    }

    /** From the next hand-over on. */
    @Transactional
    public void put(FeedbackPolicy policy) {
        answers.put(policy);
    }
}
