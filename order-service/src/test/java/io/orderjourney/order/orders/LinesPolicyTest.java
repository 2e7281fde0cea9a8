package io.orderjourney.order.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.contracts.DeliveryMethod;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.orders.LineChange;
import io.orderjourney.order.orders.LinesPolicy.Obstacle;
import io.orderjourney.order.orders.LinesPolicy.Wanted;
import io.orderjourney.order.orders.Progress.Goods;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A phone for 2,499.00 and a case for 79.00; what may become of them, and when. */
class LinesPolicyTest {

    private static final OrderLine PHONE = line("PHONE", 1, 249_900);
    private static final OrderLine CASE = line("CASE", 2, 3_950);

    /** What customers wish. */
    private enum Wish {
        MORE(new Wanted("CASE", 3, null, null)),
        FEWER(new Wanted("CASE", 1, null, null)),
        WITHOUT(new Wanted("CASE", 0, null, null)),
        ANOTHER(new Wanted("GLASS", 1, "Glass", pln(9_900))),
        CHEAPER_INSTEAD(new Wanted("CASE", 0, null, null), new Wanted("GLASS", 1, "Glass", pln(5_000)));

        private final List<Wanted> wanted;

        Wish(Wanted... wanted) {
            this.wanted = List.of(wanted);
        }
    }

    /** How far an order can be. */
    private enum Stand {
        PLACED(order -> order),
        ON_CREDIT_ASKED(order -> onCredit(order).with(Progress.NONE.asked(order.total()))),
        ON_CREDIT_APPROVED(order ->
                onCredit(order).with(Progress.NONE.asked(order.total())).approvedFor(order.total())),
        ON_CREDIT_SIGNED(
                order -> onCredit(order).with(Progress.NONE.asked(order.total()).signed())),
        PAID_BEFORE(order -> paid(order, PaymentMethod.PREPAID)),
        READY(order -> order.with(Progress.NONE.at(Goods.READY))),
        NOT_READY_ANY_MORE(order -> order.with(Progress.NONE.at(Goods.READY).at(Goods.WITH_SHOP))),
        PARTLY_HANDED_OVER(
                order -> order.with(Progress.NONE.at(Goods.PARTLY_HANDED_OVER).at(Goods.READY))),
        WITH_COURIER(order -> paid(order, PaymentMethod.PREPAID).with(Progress.NONE.at(Goods.WITH_COURIER)));

        private final Function<Order, Order> way;

        Stand(Function<Order, Order> way) {
            this.way = way;
        }
    }

    /** Every cell that is not listed is allowed. */
    private static final Map<Stand, Map<Wish, Obstacle>> REFUSED = new EnumMap<>(Map.of(
            Stand.ON_CREDIT_ASKED, moreIs(Obstacle.CREDIT_AMOUNT_EXCEEDED),
            Stand.ON_CREDIT_APPROVED, moreIs(Obstacle.CREDIT_AMOUNT_EXCEEDED),
            Stand.ON_CREDIT_SIGNED, everythingIs(Obstacle.AGREEMENT_SIGNED),
            Stand.PAID_BEFORE, moreIs(Obstacle.PREPAID_AMOUNT_EXCEEDED),
            Stand.READY,
                    Map.of(
                            Wish.MORE, Obstacle.GOODS_READY,
                            Wish.ANOTHER, Obstacle.GOODS_READY,
                            Wish.CHEAPER_INSTEAD, Obstacle.GOODS_READY),
            Stand.PARTLY_HANDED_OVER, everythingIs(Obstacle.PART_HANDED_OVER),
            Stand.WITH_COURIER, everythingIs(Obstacle.PARCEL_DISPATCHED)));

    private static Map<Wish, Obstacle> moreIs(Obstacle obstacle) {
        return Map.of(Wish.MORE, obstacle, Wish.ANOTHER, obstacle);
    }

    private static Map<Wish, Obstacle> everythingIs(Obstacle obstacle) {
        Map<Wish, Obstacle> all = new EnumMap<>(Wish.class);
        Stream.of(Wish.values()).forEach(wish -> all.put(wish, obstacle));
        return all;
    }

    static Stream<Arguments> every_wish_at_every_stand() {
        return Stream.of(Stand.values())
                .flatMap(stand -> Stream.of(Wish.values())
                        .map(wish -> Arguments.of(
                                stand,
                                wish,
                                REFUSED.getOrDefault(stand, Map.of()).get(wish))));
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @MethodSource
    void every_wish_at_every_stand(Stand stand, Wish wish, @Nullable Obstacle obstacle) {
        Order before = stand.way.apply(order(PaymentMethod.ON_PICKUP));

        if (obstacle == null) {
            Order after = change(before, wish.wanted);
            assertThat(after.lines()).isNotEqualTo(before.lines());
            assertThat(after.version()).isEqualTo(before.version() + 1);
            assertThat(after.total().amountMinor())
                    .isEqualTo(after.lines().stream()
                            .mapToLong(
                                    line -> line.quantity() * line.unitPrice().amountMinor())
                            .sum());
        } else {
            assertRefused(before, obstacle, wish.wanted);
        }
    }

    @ParameterizedTest
    @EnumSource(JourneyEnd.class)
    void an_order_whose_journey_is_over_has_the_lines_that_it_had(JourneyEnd end) {
        Order placed = order(PaymentMethod.ON_PICKUP);
        Order over = new Order(
                        placed.journeyId(),
                        placed.number(),
                        placed.customerId(),
                        placed.language(),
                        placed.payment(),
                        DeliveryMethod.COURIER,
                        placed.pickupPoint(),
                        placed.lines(),
                        placed.total(),
                        null,
                        placed.placedAt(),
                        0,
                        0,
                        "anna",
                        placed.placedAt(),
                        null,
                        Progress.NONE,
                        null,
                        1)
                .ended(end, JansOrder.NOON);

        assertThatThrownBy(() -> LinesPolicy.changed(over, Wish.FEWER.wanted, null))
                .isInstanceOf(Order.TransitionNotAllowed.class)
                .hasMessageContaining(over.state().name());
    }

    @Test
    void a_credit_that_is_not_asked_for_yet_may_grow_and_one_that_is_may_shrink() {
        Order order = onCredit(order(PaymentMethod.ON_PICKUP));
        assertThat(change(order, Wish.ANOTHER.wanted).total()).isEqualTo(pln(267_700));

        Order asked = order.with(Progress.NONE.asked(pln(257_800)));
        assertThat(change(asked, Wish.FEWER.wanted).total()).isEqualTo(pln(253_850));
        assertThat(change(change(asked, Wish.WITHOUT.wanted), List.of(new Wanted("CASE", 2, "Case", pln(3_950))))
                        .total())
                .as("to the grosz what the bank was asked for")
                .isEqualTo(pln(257_800));
        assertRefused(
                change(asked, Wish.WITHOUT.wanted),
                Obstacle.CREDIT_AMOUNT_EXCEEDED,
                List.of(new Wanted("CASE", 1, "Case", pln(7_901))));
    }

    @Test
    void less_than_the_price_is_lent_and_the_order_shrinks_to_it() {
        Order order = onCredit(order(PaymentMethod.ON_PICKUP)).approvedFor(pln(253_850));
        assertThat(order.rest()).contains(pln(3_950));

        assertThat(change(order, Wish.FEWER.wanted).rest()).isEmpty();
    }

    @Test
    void it_says_in_what_the_order_differs() {
        List<LineChange> changes = LinesPolicy.changed(
                        order(PaymentMethod.ON_PICKUP),
                        List.of(
                                new Wanted("PHONE", 1, null, null),
                                new Wanted("CASE", 0, null, null),
                                new Wanted("GLASS", 2, "Glass", pln(5_000))),
                        pln(259_900))
                .changes();

        assertThat(changes)
                .containsExactly(new LineChange("CASE", "Case", 2, 0), new LineChange("GLASS", "Glass", 0, 2));
    }

    @Test
    void an_article_in_two_lines_loses_pieces_from_the_last_one_on_and_wins_them_there() {
        OrderLine sale = line("CASE", 2, 1_000);
        Order order = order(PaymentMethod.ON_PICKUP, PHONE, CASE, sale);

        assertThat(change(order, List.of(new Wanted("CASE", 3, null, null))).lines())
                .containsExactly(PHONE, CASE, line("CASE", 1, 1_000));
        assertThat(change(order, List.of(new Wanted("CASE", 1, null, null))).lines())
                .containsExactly(PHONE, line("CASE", 1, 3_950));
        assertThat(change(order, List.of(new Wanted("CASE", 5, null, null))).lines())
                .containsExactly(PHONE, CASE, line("CASE", 3, 1_000));
    }

    @Test
    void a_request_that_is_wrong_in_itself_says_what_is_wrong() {
        Order order = order(PaymentMethod.ON_PICKUP);

        assertRefused(order, Obstacle.NOTHING_CHANGES, List.of(new Wanted("CASE", 2, null, null)));
        assertRefused(order, Obstacle.NOTHING_CHANGES, List.of(new Wanted("GLASS", 0, null, null)));
        assertRefused(
                order,
                Obstacle.NOTHING_LEFT,
                List.of(new Wanted("CASE", 0, null, null), new Wanted("PHONE", 0, null, null)));
        assertRefused(order, Obstacle.ARTICLE_INCOMPLETE, List.of(new Wanted("GLASS", 1, null, pln(1))));
        assertRefused(order, Obstacle.ARTICLE_INCOMPLETE, List.of(new Wanted("GLASS", 1, "Glass", null)));
        assertRefused(
                order,
                Obstacle.ARTICLE_TWICE,
                List.of(new Wanted("CASE", 1, null, null), new Wanted("CASE", 0, null, null)));
    }

    @Test
    void an_order_goes_on_without_the_part_that_nobody_collected() {
        Order order = order(PaymentMethod.ON_PICKUP)
                .with(Progress.NONE.at(Goods.READY).partHere(List.of("PHONE")));

        LinesPolicy.Changed changed = LinesPolicy.withoutPart(order);

        assertThat(changed.order().lines()).containsExactly(CASE);
        assertThat(changed.order().total()).isEqualTo(pln(7_900));
        assertThat(changed.order().progress()).isEqualTo(Progress.NONE);
        assertThat(changed.changes()).containsExactly(new LineChange("PHONE", "Phone", 1, 0));
    }

    @Test
    void what_the_customer_was_shown_and_what_is_sent_agree() {
        Order order = order(PaymentMethod.ON_PICKUP);

        assertThatThrownBy(() -> LinesPolicy.changed(order, Wish.FEWER.wanted, pln(253_849)))
                .isInstanceOf(OrderTotalPolicy.TotalMismatch.class);
        assertThatThrownBy(() -> LinesPolicy.changed(
                        order, List.of(new Wanted("GLASS", 1, "Glass", new Money(100, "EUR"))), null))
                .isInstanceOf(OrderTotalPolicy.CurrencyMismatch.class);
    }

    private static void assertRefused(Order before, Obstacle obstacle, List<Wanted> wanted) {
        assertThatThrownBy(() -> LinesPolicy.changed(before, wanted, null))
                .isInstanceOfSatisfying(
                        LinesPolicy.Refused.class,
                        refused -> assertThat(refused.obstacle()).isEqualTo(obstacle));
    }

    private static Order change(Order before, List<Wanted> wanted) {
        return LinesPolicy.changed(before, wanted, null).order();
    }

    private static Order onCredit(Order order) {
        return paid(order, PaymentMethod.CREDIT);
    }

    private static Order paid(Order order, PaymentMethod payment) {
        return order(payment, order.lines().toArray(OrderLine[]::new));
    }

    private static Order order(PaymentMethod payment) {
        return order(payment, PHONE, CASE);
    }

    private static Order order(PaymentMethod payment, OrderLine... lines) {
        return new Order(
                UUID.randomUUID(),
                "A-1",
                UUID.randomUUID(),
                "pl",
                payment,
                DeliveryMethod.PICKUP,
                "WAW-CENTRUM",
                List.of(lines),
                pln(Stream.of(lines)
                        .mapToLong(line -> line.quantity() * line.unitPrice().amountMinor())
                        .sum()),
                null,
                JansOrder.NOON,
                0,
                0,
                null,
                null,
                null,
                Progress.NONE,
                null,
                1);
    }

    private static OrderLine line(String sku, int quantity, long priceMinor) {
        return new OrderLine(sku, sku.charAt(0) + sku.substring(1).toLowerCase(Locale.ROOT), quantity, pln(priceMinor));
    }

    private static Money pln(long minor) {
        return new Money(minor, "PLN");
    }
}
