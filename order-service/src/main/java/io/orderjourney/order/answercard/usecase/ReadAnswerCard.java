package io.orderjourney.order.answercard.usecase;

import io.orderjourney.order.answercard.AnswerCard;
import io.orderjourney.order.answercard.JourneyFact;
import io.orderjourney.order.answercard.JourneyFacts;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads answer cards; each is derived when it is read. */
@ApplicationScoped
public class ReadAnswerCard {

    private final JourneyFacts facts;
    private final Promises promises;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    ReadAnswerCard(JourneyFacts facts, Promises promises, CurrentTerms terms, BusinessClock clock) {
        this.facts = facts;
        this.promises = promises;
        this.terms = terms;
        this.clock = clock;
    }

    public Optional<AnswerCard> of(UUID journeyId) {
        return of(List.of(journeyId)).stream().findFirst();
    }

    /** The cards of those of these journeys that are known. */
    @Transactional
    public List<AnswerCard> of(Collection<UUID> journeyIds) {
        Instant now = clock.instant();
        ShopTerms shop = terms.get();
        Map<UUID, List<JourneyFact>> published = facts.of(journeyIds);
        Map<UUID, List<Promise>> made =
                promises.of(journeyIds).stream().collect(Collectors.groupingBy(Promise::journeyId));
        return journeyIds.stream()
                .flatMap(
                        id -> AnswerCard.of(
                                id, published.getOrDefault(id, List.of()), made.getOrDefault(id, List.of()), shop, now)
                                .stream())
                .toList();
    }
}
