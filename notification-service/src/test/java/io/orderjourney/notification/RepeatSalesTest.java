package io.orderjourney.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.orders.JourneyEnded;
import io.orderjourney.contracts.orders.OrderPlaced;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.notification.repeatsales.RepeatSales;
import io.orderjourney.notification.repeatsales.RepeatSales.Outcome;
import io.orderjourney.notification.repeatsales.usecase.CountRepeatSales;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kept promises against repeat purchases, counted from facts that are told anyway, each delivered twice. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class RepeatSalesTest {

    @Inject
    BusinessClock clock;

    @Inject
    DeliverTwice events;

    @Inject
    CountRepeatSales sales;

    private ShopDay day;

    @BeforeEach
    void beginDay() {
        day = new ShopDay(clock);
        // What other tests completed is judged before.
        complete(new Jan(events, day).isKnown().orders());
        day.pass(Duration.ofHours(2));
        complete(new Jan(events, day).isKnown().orders());
    }

    @AfterEach
    void quiet() {
        day.quiet();
    }

    private void complete(Jan jan) {
        jan.receives(EventTypes.JOURNEY_ENDED, new JourneyEnded(JourneyEnd.COMPLETED, day.now()));
    }

    private RepeatSales of(Outcome outcome) {
        List<RepeatSales> all = sales.over(24);
        return all.stream().filter(one -> one.outcome() == outcome).findFirst().orElseThrow();
    }

    /** Whether its customer was told before depends on how fast the watch was. */
    private RepeatSales late() {
        return of(Outcome.BROKEN).and(of(Outcome.MOVED));
    }

    @Test
    void who_buys_again_counts_once_and_by_the_worst_promise_of_the_order_before() {
        RepeatSales keptBefore = of(Outcome.KEPT);
        RepeatSales brokenBefore = late();
        Jan kept = new Jan(events, day).isKnown().orders();
        Jan broken = new Jan(events, day).isKnown().orders();
        UUID inTime = kept.isPromised(PromiseKind.CONFIRMATION_CALL, day.at("18:00"));
        UUID late = broken.isPromised(PromiseKind.CONFIRMATION_CALL, day.at("12:01"));
        kept.isKept(inTime, PromiseKind.CONFIRMATION_CALL);
        day.goTo("14:00");
        broken.isKept(late, PromiseKind.CONFIRMATION_CALL);
        complete(kept);
        complete(broken);
        ordersAgain(kept);
        ordersAgain(kept);

        day.pass(Duration.ofHours(2));
        complete(new Jan(events, day).isKnown().orders());

        RepeatSales keptAfter = of(Outcome.KEPT);
        RepeatSales brokenAfter = late();
        assertThat(keptAfter.orders() - keptBefore.orders()).isGreaterThanOrEqualTo(1);
        assertThat(keptAfter.returned() - keptBefore.returned()).isEqualTo(1);
        assertThat(brokenAfter.orders() - brokenBefore.orders()).isEqualTo(1);
        assertThat(brokenAfter.returned()).isEqualTo(brokenBefore.returned());

        // After the judgement it counts at once.
        ordersAgain(broken);
        assertThat(late().returned() - brokenBefore.returned()).isEqualTo(1);
    }

    private void ordersAgain(Jan jan) {
        OrderPlaced first = jan.order();
        events.event(
                EventTypes.ORDER_PLACED,
                UUID.randomUUID(),
                new OrderPlaced(
                        "A-" + UUID.randomUUID().toString().substring(0, 8),
                        first.customerId(),
                        "en",
                        first.payment(),
                        "WAW-1",
                        first.lines(),
                        first.total(),
                        null,
                        day.now()));
    }

    @Test
    void a_share_of_nothing_is_nothing() {
        assertThat(new RepeatSales(LocalDate.parse("2026-03-01"), Outcome.KEPT, 0, 0).returnedPercent())
                .isZero();
        assertThat(new RepeatSales(LocalDate.parse("2026-03-01"), Outcome.KEPT, 3, 2).returnedPercent())
                .isEqualTo(66);
    }
}
