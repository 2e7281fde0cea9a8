package io.orderjourney.fulfillment.pickup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.promises.Decision;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PickupTest {

    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");

    @Test
    void a_hand_over_with_a_closed_gate_is_refused_naming_the_gate() {
        Pickup confirmed = placed().gateOpened(Gate.ORDER_CONFIRMED, NOON).state();

        assertThatExceptionOfType(GatesClosed.class)
                .isThrownBy(() -> confirmed.handedOver("pickup:ola", NOON))
                .satisfies(refused -> assertThat(refused.closedGates()).containsExactly(Gate.GOODS_AT_PICKUP_POINT));
    }

    @Test
    void the_goods_are_handed_over_once() {
        Decision<Pickup> handedOver = ready().handedOver("pickup:ola", NOON);

        assertThat(handedOver.facts())
                .singleElement()
                .satisfies(fact -> assertThat(fact.type()).isEqualTo(EventTypes.GOODS_HANDED_OVER));
        assertThatExceptionOfType(Pickup.Refused.class)
                .isThrownBy(() -> handedOver.state().handedOver("pickup:ola", NOON))
                .withMessageContaining("handed over");
    }

    @Test
    void after_the_hand_over_no_gate_changes() {
        Pickup gone = ready().handedOver("pickup:ola", NOON).state();

        assertThat(gone.gateClosed(Gate.ORDER_CONFIRMED, "doubt", NOON).isChange())
                .isFalse();
        assertThat(gone.gateOpened(Gate.ORDER_CONFIRMED, NOON).isChange()).isFalse();
        assertThatExceptionOfType(Pickup.Refused.class).isThrownBy(() -> gone.requireClosable(Gate.ORDER_CONFIRMED));
        assertThatExceptionOfType(Pickup.Refused.class).isThrownBy(() -> gone.requireReopenable(Gate.ORDER_CONFIRMED));
    }

    @Test
    void only_the_current_readiness_counts_as_notified() {
        Pickup ready = ready();

        assertThat(ready.notified(1).isNotified()).isTrue();
        assertThat(ready.notified(2)).isSameAs(ready);
        assertThat(ready.notified(0)).isSameAs(ready);
        assertThat(ready.notified(1).notified(1).version())
                .isEqualTo(ready.notified(1).version());
    }

    @Test
    void a_notified_readiness_is_void_once_a_gate_closes_and_stays_void() {
        Pickup notified = ready().notified(1);

        Pickup closed = notified.gateClosed(Gate.ORDER_CONFIRMED, "doubt", NOON).state();
        Pickup again = closed.gateOpened(Gate.ORDER_CONFIRMED, NOON).state();

        assertThat(closed.isNotified()).isFalse();
        assertThat(closed.notified(1)).isSameAs(closed);
        assertThat(again.isNotified()).isFalse();
        assertThat(again.notified(2).isNotified()).isTrue();
    }

    @Test
    void only_a_gate_that_was_open_before_can_be_opened_by_hand() {
        assertThatExceptionOfType(Pickup.Refused.class)
                .isThrownBy(() -> placed().requireReopenable(Gate.ORDER_CONFIRMED))
                .withMessageContaining("was never open");
        Pickup closedAgain =
                ready().gateClosed(Gate.ORDER_CONFIRMED, "doubt", NOON).state();
        assertThatCode(() -> closedAgain.requireReopenable(Gate.ORDER_CONFIRMED))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(Pickup.Refused.class)
                .isThrownBy(() -> ready().requireReopenable(Gate.ORDER_CONFIRMED))
                .withMessageContaining("open already");
    }

    @Test
    void a_closed_gate_and_one_that_the_order_does_not_have_cannot_be_closed() {
        assertThatExceptionOfType(Pickup.Refused.class)
                .isThrownBy(() -> placed().requireClosable(Gate.ORDER_CONFIRMED))
                .withMessageContaining("closed already");
        assertThatExceptionOfType(Pickup.Refused.class)
                .isThrownBy(() -> placed().requireClosable(Gate.BANK_PAPERS))
                .withMessageContaining("no gate");
    }

    @Test
    void every_change_has_another_version() {
        Pickup placed = placed();
        Pickup opened = placed.gateOpened(Gate.ORDER_CONFIRMED, NOON).state();

        assertThat(opened.version()).isEqualTo(placed.version() + 1);
        assertThat(opened.gateOpened(Gate.ORDER_CONFIRMED, NOON).state().version())
                .isEqualTo(opened.version());
    }

    static Pickup placed() {
        return Pickup.placed(
                new UUID(7, 1),
                "A-100042",
                new UUID(7, 2),
                "pl",
                PaymentMethod.ON_PICKUP,
                new Money(249_900, "PLN"),
                NOON,
                "WAW-01",
                false);
    }

    private static Pickup ready() {
        return placed().gateOpened(Gate.ORDER_CONFIRMED, NOON)
                .state()
                .gateOpened(Gate.GOODS_AT_PICKUP_POINT, NOON)
                .state();
    }
}
