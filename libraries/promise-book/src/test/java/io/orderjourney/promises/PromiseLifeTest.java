package io.orderjourney.promises;

import static io.orderjourney.contracts.PromiseKind.PICKUP_READY;
import static io.orderjourney.contracts.PromiseKind.STOCK_ARRIVAL;
import static io.orderjourney.promises.testing.PromiseBuilder.promise;
import static io.orderjourney.promises.testing.WarsawShop.TERMS;
import static io.orderjourney.promises.testing.WarsawShop.WARSAW;
import static io.orderjourney.promises.testing.WarsawShop.at;
import static io.orderjourney.promises.testing.WarsawShop.datesAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.contracts.EscalationLevel;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.RiskCause;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The life of one promise, from the rules alone: no database, no broker, no clock. The first test to read. */
class PromiseLifeTest {

    @Test
    void a_promise_is_made_comes_at_risk_is_rescheduled_before_it_slips_and_is_kept() {
        // Monday, ten o'clock. Goods are on their way to the shop in Warsaw and expected on Tuesday morning.
        Promise goods = promise(STOCK_ARRIVAL)
                .dueAt("2026-01-13T18:00")
                .estimated(new Estimate(at("2026-01-13T09:00"), ReasonCode.PARTNER_ESTIMATE))
                .build();

        // Ask before you promise: the calendar, the load and the forecast of what comes first say what will hold.
        JourneyForecast forecast = JourneyForecast.of(List.of(goods), TERMS, at("2026-01-12T10:00"));
        GrantedDate tuesday =
                datesAt("2026-01-12T10:00").earliest(PICKUP_READY, List.of(STOCK_ARRIVAL), forecast, DeskLoad.NONE);
        assertThat(tuesday.dueAt()).isEqualTo(at("2026-01-13T20:00"));
        assertThatThrownBy(() -> datesAt("2026-01-12T10:00")
                        .requested(
                                PICKUP_READY, at("2026-01-12T18:00"), List.of(STOCK_ARRIVAL), forecast, DeskLoad.NONE))
                .isInstanceOf(PromiseRefused.class);

        // The promise is made. Its first date never changes; everything else about it is derived.
        Promise ready = promise(PICKUP_READY)
                .dueAt(tuesday.dueAt())
                .waitsFor(STOCK_ARRIVAL)
                .build();
        assertThat(outlook(ready, goods, "2026-01-12T10:00")).isEqualTo(Outlook.ON_TRACK);
        assertThat(EscalationPolicy.of(ready, TERMS, WARSAW))
                .extracting(EscalationPolicy.LevelAt::level)
                .startsWith(EscalationLevel.REMINDER)
                .endsWith(EscalationLevel.MISSED);

        // In the afternoon the supplier says Wednesday. Nobody touches the promise, and it is at risk.
        Promise late = goods.estimated(new Estimate(at("2026-01-14T09:00"), ReasonCode.SUPPLIER_LATE));
        assertThat(outlook(ready, late, "2026-01-12T15:00")).isEqualTo(Outlook.AT_RISK);

        // It is rescheduled to the date that the forecast says will hold, a day before the old one passes.
        Expectation expectation = expectation(ready, late, "2026-01-12T15:00");
        assertThat(expectation.cause()).isEqualTo(RiskCause.EARLIER_STEP);
        GrantedDate wednesday = datesAt("2026-01-12T15:00").proposal(ready, expectation);
        Promise rescheduled = ready.rescheduled(new Reschedule(
                wednesday,
                RiskReason.of(expectation.cause(), ready),
                null,
                DecidedBy.POLICY,
                "policy",
                Wording.told(PICKUP_READY, wednesday, WARSAW, "en")));
        assertThat(rescheduled.told())
                .isEqualTo("Your order will be ready for pickup by 20:00 on Wednesday, 14 January");
        assertThat(rescheduled.firstPromisedAt()).isEqualTo(tuesday.dueAt());
        assertThat(outlook(rescheduled, late, "2026-01-12T15:00")).isEqualTo(Outlook.ON_TRACK);

        // The goods come, every gate opens, the customer is told. From now on nothing can change it.
        Promise kept = rescheduled.kept("notice 7", at("2026-01-14T12:00"));
        assertThat(outlook(kept, late, "2026-01-15T10:00")).isEqualTo(Outlook.KEPT);
        assertThatThrownBy(() -> kept.withdrawn(at("2026-01-15T10:00"))).isInstanceOf(PromiseClosed.class);
    }

    private static Outlook outlook(Promise promise, Promise goods, String now) {
        return promise.outlook(expectation(promise, goods, now), TERMS, at(now));
    }

    private static Expectation expectation(Promise promise, Promise goods, String now) {
        Instant instant = at(now);
        return JourneyForecast.of(List.of(promise, goods), TERMS, instant).of(promise);
    }
}
