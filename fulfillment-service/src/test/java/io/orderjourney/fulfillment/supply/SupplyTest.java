package io.orderjourney.fulfillment.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.orderjourney.fulfillment.supply.ReservedLine.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SupplyTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T11:00:00Z");
    private static final UUID FIRST = new UUID(2, 1);
    private static final UUID SECOND = new UUID(2, 2);

    @Test
    void goods_that_are_all_reserved_are_on_the_shelf() {
        assertThat(Supply.of(List.of(line(2, 2), line(1, 1)))).satisfies(supply -> {
            assertThat(supply.isOnShelf()).isTrue();
            assertThat(supply.expectedAt()).isNull();
            assertThat(supply.purchaseOrderIds()).isEmpty();
        });
    }

    @Test
    void the_latest_delivery_decides_when_goods_are_expected() {
        Supply supply = Supply.of(List.of(
                line(2, 0, claim(SECOND, 4, 2)), line(1, 1), line(3, 1, claim(FIRST, 1, 1), claim(SECOND, 4, 1))));

        assertThat(supply.state()).isEqualTo(Supply.State.EXPECTED);
        assertThat(supply.expectedAt()).isEqualTo(MONDAY.plus(Duration.ofDays(4)));
        assertThat(supply.lastPurchaseOrderId()).isEqualTo(SECOND);
        assertThat(supply.purchaseOrderIds()).containsExactly(FIRST, SECOND);
    }

    @Test
    void one_piece_of_unknown_source_makes_the_date_of_all_unknown() {
        Supply supply = Supply.of(List.of(line(3, 1, claim(FIRST, 1, 1))));

        assertThat(supply.state()).isEqualTo(Supply.State.UNKNOWN);
        assertThat(supply.expectedAt()).isNull();
    }

    @Test
    void the_same_eta_is_no_change_and_one_a_millisecond_apart_is() {
        Supply expected = Supply.of(List.of(line(1, 0, claim(FIRST, 1, 1))));
        Instant before = MONDAY.plus(Duration.ofDays(1));

        assertThat(change(Supply.State.EXPECTED, before, expected).isChange()).isFalse();
        assertThat(change(Supply.State.EXPECTED, before.minusMillis(1), expected)
                        .isOtherTime())
                .isTrue();
        assertThat(change(Supply.State.EXPECTED, before.plusMillis(1), expected).isOtherTime())
                .isTrue();
        assertThat(change(Supply.State.UNKNOWN, null, expected).isOtherTime()).isFalse();
        assertThat(change(null, null, expected).isChange()).isTrue();
    }

    @Test
    void more_pieces_than_are_reserved_cannot_be_lost() {
        assertThat(line(3, 2).lost(2).missing()).isEqualTo(3);
        assertThatIllegalArgumentException().isThrownBy(() -> line(3, 2).lost(3));
    }

    private static OrderSupplyChange change(Supply.State stateBefore, Instant expectedBefore, Supply after) {
        return new OrderSupplyChange(
                new UUID(1, 1), stateBefore, expectedBefore, after.parts().hereAsText(), after);
    }

    private static ReservedLine line(int quantity, int onShelf, Claim... claims) {
        return new ReservedLine("PHONE-X1", "Phone X1", quantity, onShelf, List.of(claims));
    }

    private static Claim claim(UUID id, int inDays, int pieces) {
        return new Claim(id, "mobile-import", MONDAY.plus(Duration.ofDays(inDays)), pieces);
    }
}
