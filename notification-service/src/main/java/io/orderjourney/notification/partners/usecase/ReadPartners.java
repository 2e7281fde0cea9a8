package io.orderjourney.notification.partners.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.notification.ledger.Journey;
import io.orderjourney.notification.ledger.Journeys;
import io.orderjourney.notification.partners.Partner;
import io.orderjourney.notification.partners.Partner.Partners;
import io.orderjourney.notification.partners.PartnerRole;
import io.orderjourney.notification.partners.PartnerScore;
import io.orderjourney.notification.partners.PartnerWord;
import io.orderjourney.notification.partners.SupportGap;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import io.orderjourney.time.WeeklyHours;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads partners with their scores, side by side; sees to what was agreed with them. */
@ApplicationScoped
public class ReadPartners {

    private final Partners partners;
    private final Journeys journeys;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    ReadPartners(Partners partners, Journeys journeys, CurrentTerms terms, BusinessClock clock) {
        this.partners = partners;
        this.journeys = journeys;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * A partner.
     *
     * @param agreed absent if nothing was written down: facts name them
     * @param gap how long in a week the shop needs them and their support is closed; absent if nothing was written down
     */
    public record Found(
            String name,
            PartnerRole role,
            @Nullable Partner agreed,
            @Nullable Duration gap,
            PartnerScore score) {

        /** What the contract asks of them for the words that they broke. */
        public long penaltyMinor() {
            return agreed == null ? 0 : agreed.penaltyMinor() * score.broken();
        }
    }

    /** A word that was broken. @param orderNumber absent if the order is not known here any more */
    public record BrokenWord(PartnerWord word, @Nullable String orderNumber) {}

    /** All partners of these months, this one included: of one role the best first. */
    @Transactional
    public List<Found> all(int months) {
        LocalDate since = clock.instant()
                .atZone(terms.get().zone())
                .toLocalDate()
                .withDayOfMonth(1)
                .minusMonths(months - 1L);
        Map<String, PartnerScore> scores = new LinkedHashMap<>();
        partners.scores(since).forEach(score -> scores.merge(score.partner(), score, PartnerScore::and));
        Map<String, Partner> agreed = partners.agreed();
        return Stream.concat(agreed.keySet().stream(), scores.keySet().stream())
                .distinct()
                .map(name -> found(name, agreed.get(name), scores.get(name), since))
                .sorted(Comparator.comparing(Found::role)
                        .thenComparing(found -> -found.score().keptPercent())
                        .thenComparing(Found::name))
                .toList();
    }

    private Found found(String name, @Nullable Partner agreed, @Nullable PartnerScore known, LocalDate since) {
        PartnerRole role = agreed != null ? agreed.role() : known != null ? known.role() : PartnerRole.SUPPLIER;
        PartnerScore score = known != null ? known : new PartnerScore(name, role, since, 0, 0, 0, 0, Duration.ZERO);
        Duration gap = agreed == null ? null : SupportGap.inAWeek(needed(role), agreed.hours());
        return new Found(name, role, agreed, gap, score);
    }

    private WeeklyHours needed(PartnerRole role) {
        Desk desk = role.desk();
        return desk == null
                ? SupportGap.ALWAYS
                : WeeklyHours.parse(terms.get().desk(desk).hours());
    }

    /** From the next fact on. */
    @Transactional
    public void put(Partner partner) {
        partners.put(partner);
    }

    /** The words that a partner broke, the last one first: the evidence for a talk, or a penalty. */
    @Transactional
    public List<BrokenWord> broken(String partner, Partners.@Nullable Place after, int atMost) {
        List<PartnerWord> words = partners.broken(partner, after, atMost);
        Map<UUID, Journey> known =
                journeys.find(words.stream().map(PartnerWord::journeyId).toList());
        return words.stream()
                .map(word -> {
                    Journey journey = known.get(word.journeyId());
                    return new BrokenWord(word, journey == null ? null : journey.orderNumber());
                })
                .toList();
    }
}
