package io.orderjourney.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.orders.LineChange;
import io.orderjourney.contracts.orders.OrderChanged;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a customer reads who changes what they ordered. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class ChangedOrderTest {

    private static final OrderLine PHONE = new OrderLine("PHONE-1", "Phone", 1, new Money(129_900, "PLN"));

    @Inject
    BusinessClock clock;

    @Inject
    DeliverTwice events;

    private ShopDay day;
    private Jan jan;
    private UUID ready;

    @BeforeEach
    void janHasAPickupDay() {
        day = new ShopDay(clock);
        jan = new Jan(events, day).isKnown();
    }

    @AfterEach
    void cleanUp() {
        jan.goesHome();
        day.quiet();
    }

    @Test
    void they_are_told_once_what_changed_what_it_costs_and_the_new_day_and_nobody_apologises() {
        jan.orders();
        ready = jan.isPromised(PromiseKind.PICKUP_READY, day.at("44:00"));
        day.messagesLeave();
        int before = jan.mails().size();

        changed(129_900, PHONE, cases(1));
        changed(139_900, PHONE, cases(3));
        jan.isMoved(ready, PromiseKind.PICKUP_READY, 1, day.at("44:00"), day.at("92:00"), ReasonCode.CUSTOMER_ASKED);
        day.messagesLeave();

        assertThat(Jan.title(jan.mail(before + 1))).startsWith("Changed as you wished");
        assertThat(Jan.body(jan.mail(before + 1)))
                .contains("New in it: 3", "1,599.00", "As you asked")
                .doesNotContain("sorry", "instead of");
        assertThat(jan.mails()).hasSize(before + 1);

        changed(159_900, PHONE, cases(2));
        day.messagesLeave();
        assertThat(Jan.body(jan.mail(before + 2)))
                .as("what they know already is not told again")
                .contains("Other quantities: Case (2 instead of 3).")
                .doesNotContain("New in it");
        assertThat(jan.mails()).hasSize(before + 2);
    }

    @Test
    void who_takes_their_change_back_before_it_was_told_reads_nothing_of_it() {
        jan.orders();
        ready = jan.isPromised(PromiseKind.PICKUP_READY, day.at("44:00"));
        day.messagesLeave();
        int before = jan.mails().size();

        changed(129_900, PHONE, cases(1));
        changed(139_900, PHONE);
        day.messagesLeave();

        assertThat(jan.mails()).hasSize(before);
    }

    @Test
    void what_was_paid_before_and_is_not_needed_comes_back_as_a_task_with_the_amount() {
        jan.ordersByCourier();

        changed(129_900, new OrderLine("CASE-1", "Case", 1, new Money(10_000, "PLN")));

        assertThat(jan.tasks("SALES")).containsOnlyOnce("REFUND");
        given().auth()
                .oauth2(ShopDay.MANAGEMENT)
                .get("/api/v1/desk-tasks?desk=SALES&journeyId=" + jan.journey)
                .then()
                .statusCode(200)
                .body("items.text", hasItem(containsString("1199.00 PLN")));
    }

    @Test
    void a_part_that_was_not_collected_is_told_once_and_the_rest_keeps_its_day() {
        jan.orders();
        ready = jan.isPromised(PromiseKind.PICKUP_READY, day.at("92:00"));
        day.messagesLeave();
        jan.isReady(1);
        day.messagesLeave();
        int before = jan.mails().size();

        jan.receives(
                EventTypes.ORDER_CHANGED,
                new OrderChanged(
                        "WAW-1",
                        List.of(cases(1)),
                        new Money(10_000, "PLN"),
                        new Money(139_900, "PLN"),
                        ReasonCode.CUSTOMER_DID_NOT_COME,
                        List.of(new LineChange("PHONE-1", "Phone", 1, 0)),
                        day.now()));
        day.messagesLeave();

        assertThat(Jan.title(jan.mail(before + 1))).startsWith("A part was not collected");
        assertThat(Jan.body(jan.mail(before + 1)))
                .contains("free again: Phone", "ready for pickup by 20:00")
                .doesNotContain("sorry", "cancelled", "Please do not come");
        assertThat(jan.mails()).hasSize(before + 1);
    }

    private List<OrderLine> known = List.of(PHONE);

    private static OrderLine cases(int quantity) {
        return new OrderLine("CASE-1", "Case", quantity, new Money(10_000, "PLN"));
    }

    private void changed(long totalBefore, OrderLine... lines) {
        List<OrderLine> before = known;
        known = List.of(lines);
        List<LineChange> changes = Stream.of("PHONE-1", "CASE-1")
                .map(sku -> new LineChange(
                        sku, sku.equals("CASE-1") ? "Case" : "Phone", pieces(before, sku), pieces(known, sku)))
                .filter(change -> change.quantityBefore() != change.quantity())
                .toList();
        long total = known.stream()
                .mapToLong(line -> line.quantity() * line.unitPrice().amountMinor())
                .sum();
        jan.receives(
                EventTypes.ORDER_CHANGED,
                new OrderChanged(
                        "WAW-1",
                        known,
                        new Money(total, "PLN"),
                        new Money(totalBefore, "PLN"),
                        ReasonCode.CUSTOMER_ASKED,
                        changes,
                        day.now()));
    }

    private static int pieces(List<OrderLine> lines, String sku) {
        return lines.stream()
                .filter(line -> line.sku().equals(sku))
                .mapToInt(OrderLine::quantity)
                .sum();
    }
}
