package io.orderjourney.notification.feedback.usecase;

import io.orderjourney.notification.feedback.Feedback;
import io.orderjourney.notification.feedback.FeedbackPolicy;
import io.orderjourney.notification.ledger.Journey;
import io.orderjourney.notification.ledger.Journeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what customers answered, and what it adds up to; sees to the policy. */
@ApplicationScoped
public class ReadFeedback {

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
