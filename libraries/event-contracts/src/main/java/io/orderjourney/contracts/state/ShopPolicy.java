package io.orderjourney.contracts.state;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the shop decided about time and promises. Management owns it (notification-service); every service keeps a copy.
 * A change never rewrites a date already said; it only leads to a new forecast.
 *
 * @param revision counts the changes; a copy with a lower revision is stale
 * @param zone IANA zone of the shop; all hours below are local to it
 * @param holidaysOf ISO 3166 code of the country whose public holidays the shop keeps
 * @param closures further days on which no desk works
 * @param desks opening hours and telephone of each desk
 * @param kinds what each kind of promise may say
 * @param quietHours when no message goes out, the withdrawal of a "ready" excepted
 * @param mergeWindow news of one customer within this time is one message
 * @param offerValidFor how long a signed promise option may be accepted
 * @param waiting how long the shop waits for customers; as the product ships it if absent
 */
public record ShopPolicy(
        int revision,
        String zone,
        String holidaysOf,
        List<LocalDate> closures,
        Map<Desk, DeskPolicy> desks,
        Map<PromiseKind, KindPolicy> kinds,
        QuietHoursPolicy quietHours,
        Duration mergeWindow,
        Duration offerValidFor,
        @Nullable WaitingTimes waiting) {

    /** A policy that leaves the waiting times as the product ships them. */
    public ShopPolicy(
            int revision,
            String zone,
            String holidaysOf,
            List<LocalDate> closures,
            Map<Desk, DeskPolicy> desks,
            Map<PromiseKind, KindPolicy> kinds,
            QuietHoursPolicy quietHours,
            Duration mergeWindow,
            Duration offerValidFor) {
        this(revision, zone, holidaysOf, closures, desks, kinds, quietHours, mergeWindow, offerValidFor, null);
    }

    /** The same policy at this revision. */
    public ShopPolicy at(int next) {
        return new ShopPolicy(
                next, zone, holidaysOf, closures, desks, kinds, quietHours, mergeWindow, offerValidFor, waiting);
    }

    /** The same policy with other desks. */
    public ShopPolicy with(Map<Desk, DeskPolicy> others) {
        return with(others, kinds);
    }

    /** The same policy with other desks and kinds. */
    public ShopPolicy with(Map<Desk, DeskPolicy> others, Map<PromiseKind, KindPolicy> promised) {
        return new ShopPolicy(
                revision,
                zone,
                holidaysOf,
                closures,
                others,
                promised,
                quietHours,
                mergeWindow,
                offerValidFor,
                waiting);
    }
}
