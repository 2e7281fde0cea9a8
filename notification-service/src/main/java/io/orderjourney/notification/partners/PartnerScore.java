package io.orderjourney.notification.partners;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What a partner said against what they did in a month, counted by journey: who lets a hundred customers wait does it a hundred
 * times.
 *
 * @param month its first day
 * @param kept done by the time that they said first
 * @param moved done later, as they had said
 * @param broken done later than they ever said
 * @param moves how often they said another time
 * @param late how much later than first said, all of it together
 */
public record PartnerScore(
        String partner,
        PartnerRole role,
        LocalDate month,
        long kept,
        long moved,
        long broken,
        long moves,
        Duration late) {

    private static final int PERCENT = 100;

    /** One word that is done. */
    public static PartnerScore of(PartnerWord word, Duration grace, ZoneId zone) {
        PartnerWord.Outcome outcome = word.outcome(grace);
        LocalDate month = word.firstAt().atZone(zone).toLocalDate().withDayOfMonth(1);
        return new PartnerScore(
                word.partner(),
                word.role(),
                month,
                outcome == PartnerWord.Outcome.KEPT ? 1 : 0,
                outcome == PartnerWord.Outcome.MOVED ? 1 : 0,
                outcome == PartnerWord.Outcome.BROKEN ? 1 : 0,
                word.moves(),
                word.late(grace));
    }

    /** Both together. */
    public PartnerScore and(PartnerScore other) {
        return new PartnerScore(
                partner,
                role,
                month,
                kept + other.kept,
                moved + other.moved,
                broken + other.broken,
                moves + other.moves,
                late.plus(other.late));
    }

    public long words() {
        return kept + moved + broken;
    }

    /** Of a hundred words so many were kept as first said; 100 if they gave none. */
    public long keptPercent() {
        return words() == 0 ? PERCENT : kept * PERCENT / words();
    }

    /** How much later than first said, on average of those that were late. */
    public Duration lateOnAverage() {
        long later = moved + broken;
        return later == 0 ? Duration.ZERO : late.dividedBy(later);
    }
}
