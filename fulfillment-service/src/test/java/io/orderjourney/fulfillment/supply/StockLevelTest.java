package io.orderjourney.fulfillment.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class StockLevelTest {

    private static final StockLevel.Key PHONE = new StockLevel.Key("WAW-01", "PHONE-X1");

    private final StockLevel tenWithFourReserved = new StockLevel(PHONE, 10, 4, 6, 7);

    @Test
    void what_is_not_reserved_is_free() {
        assertThat(tenWithFourReserved.free()).isEqualTo(6);
    }

    @Test
    void the_last_free_piece_can_be_reserved_and_not_one_more() {
        StockLevel all = tenWithFourReserved.reserve(6);

        assertThat(all.free()).isZero();
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> all.reserve(1));
    }

    @Test
    void a_count_may_go_down_to_what_is_reserved_and_not_below() {
        assertThat(tenWithFourReserved.counted(4).free()).isZero();
        assertThatExceptionOfType(StockLevel.CountBelowReserved.class)
                .isThrownBy(() -> tenWithFourReserved.counted(3))
                .satisfies(refused -> assertThat(refused.reserved()).isEqualTo(4));
    }

    @Test
    void pieces_that_leave_the_shelf_are_no_longer_reserved() {
        assertThat(tenWithFourReserved.taken(3)).isEqualTo(new StockLevel(PHONE, 7, 1, 6, 8));
    }

    @Test
    void released_pieces_stay_on_the_shelf_for_others() {
        assertThat(tenWithFourReserved.release(3)).isEqualTo(new StockLevel(PHONE, 10, 1, 6, 8));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> tenWithFourReserved.release(5));
    }

    @Test
    void more_than_reserved_cannot_leave_the_shelf() {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> tenWithFourReserved.taken(5));
    }
}
