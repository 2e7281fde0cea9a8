package io.orderjourney.fulfillment.pickup;

import static io.orderjourney.contracts.PromiseKind.NEXT_UPDATE;
import static io.orderjourney.contracts.PromiseKind.PICKUP_READY;
import static io.orderjourney.contracts.PromiseKind.PICKUP_SLOT;
import static io.orderjourney.contracts.PromiseKind.REST_READY;
import static io.orderjourney.contracts.PromiseKind.STOCK_ARRIVAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.fulfillment.PartHandedOver;
import io.orderjourney.fulfillment.supply.GoodsParts;
import io.orderjourney.fulfillment.supply.ReservedLine;
import io.orderjourney.fulfillment.supply.ReservedLine.Claim;
import io.orderjourney.fulfillment.supply.Supply;
import io.orderjourney.promises.Decision;
import io.orderjourney.promises.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A phone that is here and a case that comes later, and what can be done with them. */
class PartsPolicyTest {

    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");

    private static final Claim CLAIM = new Claim(new UUID(2, 1), "mobile-import", NOON.plus(Duration.ofDays(4)), 1);

    /** In which an order of several goods can be. */
    enum State {
        NOTHING_HERE,
        ALL_HERE,
        OFFERED,
        IN_PARTS,
        PART_READY,
        PART_NOTIFIED,
        BETWEEN,
        REST_READY,
        HANDED_OVER,
        ENDED
    }

    /** What people and events do to it. */
    enum Command {
        IN_PARTS,
        TOGETHER,
        HAND_OVER,
        REST_ARRIVES,
        LOSE_WHAT_IS_HERE,
        CANCEL
    }

    /** What follows: the facts in short, {@code no} for nothing, or the words of the refusal. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NOTHING_HERE  | IN_PARTS          | in one place
            NOTHING_HERE  | TOGETHER          | no
            NOTHING_HERE  | HAND_OVER         | a gate is closed
            NOTHING_HERE  | REST_ARRIVES      | no
            NOTHING_HERE  | LOSE_WHAT_IS_HERE | no
            NOTHING_HERE  | CANCEL            | ended
            ALL_HERE      | IN_PARTS          | in one place
            ALL_HERE      | TOGETHER          | no
            ALL_HERE      | HAND_OVER         | goods-handed-over
            ALL_HERE      | REST_ARRIVES      | no
            ALL_HERE      | LOSE_WHAT_IS_HERE | gate-closed readiness-withdrawn
            ALL_HERE      | CANCEL            | gate-closed ended
            OFFERED       | IN_PARTS          | parts-changed gate-opened ready-for-pickup
            OFFERED       | TOGETHER          | no
            OFFERED       | HAND_OVER         | a gate is closed
            OFFERED       | REST_ARRIVES      | gate-opened ready-for-pickup
            OFFERED       | LOSE_WHAT_IS_HERE | no
            OFFERED       | CANCEL            | ended
            IN_PARTS      | IN_PARTS          | no
            IN_PARTS      | TOGETHER          | parts-changed gate-closed
            IN_PARTS      | HAND_OVER         | a gate is closed
            IN_PARTS      | REST_ARRIVES      | no
            IN_PARTS      | LOSE_WHAT_IS_HERE | gate-closed
            IN_PARTS      | CANCEL            | gate-closed ended
            PART_READY    | IN_PARTS          | no
            PART_READY    | TOGETHER          | ready or was handed over
            PART_READY    | HAND_OVER         | part-handed-over gate-closed
            PART_READY    | REST_ARRIVES      | no
            PART_READY    | LOSE_WHAT_IS_HERE | gate-closed readiness-withdrawn
            PART_READY    | CANCEL            | gate-closed ended
            PART_NOTIFIED | IN_PARTS          | no
            PART_NOTIFIED | TOGETHER          | ready or was handed over
            PART_NOTIFIED | HAND_OVER         | part-handed-over gate-closed
            PART_NOTIFIED | REST_ARRIVES      | no
            PART_NOTIFIED | LOSE_WHAT_IS_HERE | gate-closed readiness-withdrawn
            PART_NOTIFIED | CANCEL            | gate-closed ended
            BETWEEN       | IN_PARTS          | no
            BETWEEN       | TOGETHER          | ready or was handed over
            BETWEEN       | HAND_OVER         | a gate is closed
            BETWEEN       | REST_ARRIVES      | gate-opened ready-for-pickup
            BETWEEN       | LOSE_WHAT_IS_HERE | no
            BETWEEN       | CANCEL            | ended
            REST_READY    | IN_PARTS          | no
            REST_READY    | TOGETHER          | ready or was handed over
            REST_READY    | HAND_OVER         | goods-handed-over
            REST_READY    | REST_ARRIVES      | no
            REST_READY    | LOSE_WHAT_IS_HERE | gate-closed readiness-withdrawn
            REST_READY    | CANCEL            | gate-closed ended
            HANDED_OVER   | IN_PARTS          | were handed over
            HANDED_OVER   | TOGETHER          | were handed over
            HANDED_OVER   | HAND_OVER         | were handed over
            HANDED_OVER   | REST_ARRIVES      | no
            HANDED_OVER   | LOSE_WHAT_IS_HERE | no
            HANDED_OVER   | CANCEL            | no
            ENDED         | IN_PARTS          | ended (NOT_COLLECTED)
            ENDED         | TOGETHER          | ended (NOT_COLLECTED)
            ENDED         | HAND_OVER         | ended (NOT_COLLECTED)
            ENDED         | REST_ARRIVES      | no
            ENDED         | LOSE_WHAT_IS_HERE | no
            ENDED         | CANCEL            | no
            """)
    void each_command_fits_the_state_or_is_refused(State state, Command command, String expected) {
        Pickup before = in(state);

        String outcome;
        try {
            Decision<Pickup> decision = apply(command, state, before);
            outcome = String.join(
                    " ", decision.facts().stream().map(PartsPolicyTest::shortly).toList());
            boolean ended = before.end() == null && decision.state().end() != null;
            outcome = ended ? (outcome + " ended").strip() : outcome.isEmpty() ? "no" : outcome;
            boolean same = outcome.equals("no");
            assertThat(decision.state().version()).isEqualTo(before.version() + (same ? 0 : 1));
        } catch (Pickup.Refused | GatesClosed refused) {
            outcome = refused.getMessage();
        }

        assertThat(outcome).contains(expected);
    }

    @Test
    void a_part_that_is_handed_over_is_named_with_its_readiness() {
        Decision<Pickup> decision = PartsPolicy.handedOver(in(State.PART_NOTIFIED), "counter:ola", split(), NOON);

        PartHandedOver fact = (PartHandedOver) decision.facts().get(0).data();
        assertThat(fact.readiness()).isEqualTo(1);
        assertThat(fact.lines()).extracting("sku").containsExactly("PHONE");
        assertThat(decision.state().isHandedOver()).isFalse();
    }

    @Test
    void what_is_still_ready_is_said_again_with_the_same_number_when_the_rest_arrives() {
        Pickup ready = in(State.PART_NOTIFIED);

        assertThat(PartsPolicy.moved(ready, ready, all(), NOON))
                .extracting(PartsPolicyTest::shortly)
                .containsExactly("parts-changed", "ready-for-pickup");
        assertThat(ready.isNotified()).as("who may come may still come").isTrue();
        Pickup waiting = in(State.IN_PARTS);
        assertThat(PartsPolicy.moved(waiting, waiting, all(), NOON))
                .extracting(PartsPolicyTest::shortly)
                .containsExactly("parts-changed");
    }

    @Test
    void each_part_has_its_own_promises() {
        Set<PromiseKind> none = Set.of();
        assertThat(required(in(State.OFFERED), split(), none)).containsExactly(STOCK_ARRIVAL, PICKUP_READY);
        assertThat(required(in(State.IN_PARTS), split(), none))
                .containsExactly(STOCK_ARRIVAL, PICKUP_READY, REST_READY);
        assertThat(required(in(State.PART_NOTIFIED), split(), none))
                .containsExactly(STOCK_ARRIVAL, PICKUP_SLOT, REST_READY);
        assertThat(required(in(State.PART_NOTIFIED), all(), none)).containsExactly(PICKUP_SLOT);
        assertThat(required(in(State.BETWEEN), between(), none)).containsExactly(STOCK_ARRIVAL, REST_READY);
        assertThat(required(in(State.REST_READY), rest(), none)).containsExactly(PICKUP_SLOT, REST_READY);
        assertThat(required(in(State.REST_READY).notified(2), rest(), none)).containsExactly(PICKUP_SLOT);
        assertThat(required(in(State.HANDED_OVER), rest(), none)).isEmpty();
        assertThat(required(in(State.ENDED), between(), none)).isEmpty();
    }

    @Test
    void a_rest_of_unknown_source_needs_the_next_update_and_keeps_its_day() {
        GoodsParts lost = GoodsParts.of(List.of(phone(1, false), line("CASE", 0, false)));

        assertThat(required(in(State.IN_PARTS), lost, Set.of())).containsExactly(NEXT_UPDATE, PICKUP_READY);
        assertThat(required(in(State.IN_PARTS), lost, Set.of(REST_READY)))
                .containsExactly(NEXT_UPDATE, PICKUP_READY, REST_READY);
    }

    @Test
    void a_part_waits_for_no_goods_and_the_whole_does() {
        assertThat(PickupPromisesPolicy.waitsFor(in(State.OFFERED), supply(split())))
                .contains(STOCK_ARRIVAL);
        assertThat(PickupPromisesPolicy.waitsFor(in(State.IN_PARTS), supply(split())))
                .doesNotContain(STOCK_ARRIVAL);
    }

    @Test
    void each_part_is_paid_when_it_is_handed_over() {
        assertThat(due(in(State.OFFERED), split())).isEqualTo(250_000);
        assertThat(due(in(State.PART_READY), split())).isEqualTo(240_000);
        assertThat(due(in(State.BETWEEN), between())).isEqualTo(10_000);
        assertThat(due(in(State.REST_READY), rest())).isEqualTo(10_000);
        assertThat(due(in(State.PART_READY), all())).isEqualTo(250_000);
        assertThat(PartsPolicy.amountDue(in(State.HANDED_OVER), rest())).isNull();
    }

    private static long due(Pickup pickup, GoodsParts goods) {
        Money due = PartsPolicy.amountDue(pickup, goods);
        return due == null ? 0 : due.amountMinor();
    }

    private static Decision<Pickup> apply(Command command, State state, Pickup pickup) {
        GoodsParts goods = goods(state);
        return switch (command) {
            case IN_PARTS -> PartsPolicy.chosen(pickup, true, goods, NOON);
            case TOGETHER -> PartsPolicy.chosen(pickup, false, goods, NOON);
            case HAND_OVER ->
                goods.coming().isEmpty()
                        ? pickup.handedOver("counter:ola", NOON)
                        : PartsPolicy.handedOver(pickup, "counter:ola", goods, NOON);
            case REST_ARRIVES ->
                pickup.goodsMoved(
                        state == State.NOTHING_HERE ? split() : goods.hasBegun() ? rest() : all(), "arrived", NOON);
            case LOSE_WHAT_IS_HERE -> pickup.goodsMoved(goods.hasBegun() ? between() : nothing(), "damaged", NOON);
            case CANCEL -> pickup.ended(JourneyEnd.CANCELLED_BY_CUSTOMER, NOON);
        };
    }

    private static Pickup in(State state) {
        return switch (state) {
            case NOTHING_HERE, OFFERED -> confirmed(false);
            case ALL_HERE -> confirmed(false).goodsMoved(all(), "", NOON).state();
            case IN_PARTS -> placed(true).goodsMoved(split(), "", NOON).state();
            case PART_READY -> confirmed(true).goodsMoved(split(), "", NOON).state();
            case PART_NOTIFIED -> in(State.PART_READY).notified(1);
            case BETWEEN ->
                PartsPolicy.handedOver(in(State.PART_NOTIFIED), "counter:ola", split(), NOON)
                        .state();
            case REST_READY -> in(State.BETWEEN).goodsMoved(rest(), "", NOON).state();
            case HANDED_OVER ->
                in(State.REST_READY).handedOver("counter:ola", NOON).state();
            case ENDED ->
                in(State.BETWEEN).ended(JourneyEnd.NOT_COLLECTED, NOON).state();
        };
    }

    private static GoodsParts goods(State state) {
        return switch (state) {
            case NOTHING_HERE -> nothing();
            case ALL_HERE -> all();
            case OFFERED, IN_PARTS, PART_READY, PART_NOTIFIED -> split();
            case BETWEEN, ENDED -> between();
            case REST_READY, HANDED_OVER -> rest();
        };
    }

    private static Set<PromiseKind> required(Pickup pickup, GoodsParts goods, Set<PromiseKind> promised) {
        return PickupPromisesPolicy.required(pickup, supply(goods), promised);
    }

    private static Supply supply(GoodsParts goods) {
        return Supply.of(goods.lines().toList());
    }

    private static Pickup placed(boolean inParts) {
        return Pickup.placed(
                new UUID(7, 1),
                "A-100042",
                new UUID(7, 2),
                "pl",
                PaymentMethod.ON_PICKUP,
                new Money(250_000, "PLN"),
                NOON,
                "WAW-01",
                inParts);
    }

    private static Pickup confirmed(boolean inParts) {
        return placed(inParts).gateOpened(Gate.ORDER_CONFIRMED, NOON).state();
    }

    private static GoodsParts nothing() {
        return GoodsParts.of(List.of(line("PHONE", 0, false, CLAIM), line("CASE", 0, false, CLAIM)));
    }

    private static GoodsParts split() {
        return GoodsParts.of(List.of(phone(1, false), line("CASE", 0, false, CLAIM)));
    }

    private static GoodsParts all() {
        return GoodsParts.of(List.of(phone(1, false), line("CASE", 1, false)));
    }

    private static GoodsParts between() {
        return GoodsParts.of(List.of(phone(1, true), line("CASE", 0, false, CLAIM)));
    }

    private static GoodsParts rest() {
        return GoodsParts.of(List.of(phone(1, true), line("CASE", 1, false)));
    }

    private static ReservedLine phone(int onShelf, boolean handedOver) {
        return line("PHONE", onShelf, handedOver);
    }

    private static ReservedLine line(String sku, int onShelf, boolean handedOver, Claim... claims) {
        long price = sku.equals("PHONE") ? 240_000 : 10_000;
        return new ReservedLine(sku, sku, 1, price, onShelf, handedOver, List.of(claims));
    }

    private static String shortly(Fact<?> fact) {
        return fact.type().wireName().replace("fulfillment.", "").replace(".v1", "");
    }

    @Test
    void a_choice_is_told_before_the_readiness_that_follows_from_it() {
        assertThat(PartsPolicy.chosen(in(State.OFFERED), true, split(), NOON).facts())
                .first()
                .satisfies(fact -> assertThat(fact.type()).isEqualTo(EventTypes.PARTS_CHANGED));
    }
}
