package io.orderjourney.replay;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.EscalationLevel;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.state.KindPolicy;
import io.orderjourney.contracts.state.QuietHoursPolicy;
import io.orderjourney.contracts.state.ShopPolicy;
import io.orderjourney.promises.Commitment;
import io.orderjourney.promises.EscalationPolicy;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.PromisedDate;
import io.orderjourney.promises.ShopPolicies;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.time.QuietHours;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The product's own escalation of a promised delivery day, with the policy that ships with it: when the system speaks at the latest. */
final class DeliveryPolicy {

    private static final PromiseKind DELIVERY = new PromiseKind("DELIVERY");
    private static final UUID NOBODY = new UUID(0, 0);
    /** Of a kind whose keeping depends on a partner outside, for which the replay stands in. */
    private static final Duration TIME_TO_ACT = Duration.ofHours(2);

    private final ShopTerms terms;
    private final QuietHours night;

    /**
     * @param night when the customer is not disturbed
     * @param lastNotice how long before the due time the system speaks at the latest
     */
    DeliveryPolicy(ZoneId zone, QuietHoursPolicy night, Duration lastNotice) {
        ShopPolicy initial = ShopPolicies.initial();
        KindPolicy delivery = new KindPolicy(
                Desk.WAREHOUSE,
                "courier",
                Precision.END_OF_DAY,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofDays(1),
                List.of(),
                TIME_TO_ACT,
                TIME_TO_ACT,
                lastNotice,
                false,
                "See that the courier delivers");
        this.terms = new ShopTerms(new ShopPolicy(
                initial.revision(),
                zone.getId(),
                initial.holidaysOf(),
                List.of(),
                initial.desks(),
                Map.of(DELIVERY, delivery),
                night,
                initial.mergeWindow(),
                initial.offerValidFor()));
        this.night = terms.quietHoursIn(zone);
    }

    /** The last useful time to tell the customer, by the escalation policy of every promise. */
    Instant lastUsefulTime(Order order) {
        Promise promise = Promise.made(
                UUID.nameUUIDFromBytes(order.id().getBytes(StandardCharsets.UTF_8)),
                new Commitment(
                        NOBODY,
                        NOBODY,
                        DELIVERY,
                        Desk.WAREHOUSE,
                        "courier",
                        "replay",
                        "policy",
                        "en",
                        List.of(),
                        order.startedAt(),
                        order.dueAt()),
                PromisedDate.first(Precision.END_OF_DAY, null, order.dueAt(), "", "policy"));
        return EscalationPolicy.of(promise, terms, terms.zone()).stream()
                .filter(level -> level.level() == EscalationLevel.AUTO_RESCHEDULE)
                .findFirst()
                .orElseThrow()
                .at();
    }

    /** The last time that leaves this much notice and disturbs nobody's night. */
    Instant noticeTime(Order order, Duration notice) {
        return night.latestAwakeAtOrBefore(order.dueAt().minus(notice));
    }
}
