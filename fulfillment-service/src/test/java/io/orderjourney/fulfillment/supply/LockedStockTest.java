package io.orderjourney.fulfillment.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class LockedStockTest {

    private static final StockLevel PHONE = new StockLevel(new StockLevel.Key("WAW-01", "PHONE"), 3, 1, 4, 7);
    private static final StockLevel COVER = new StockLevel(new StockLevel.Key("WAW-01", "COVER"), 5, 0, 0, 2);

    private final LockedStock stock = new LockedStock("WAW-01", List.of(PHONE, COVER));

    @Test
    void only_changed_levels_are_stored_each_with_its_last_value() {
        stock.change("PHONE", level -> level.arrived(2));
        stock.change("PHONE", level -> level.reserve(4));

        assertThat(stock.changedLevels()).containsExactly(PHONE.arrived(2).reserve(4));
    }

    @Test
    void an_item_that_is_not_locked_is_neither_read_nor_changed() {
        assertThatIllegalStateException().isThrownBy(() -> stock.level("CASE"));
        assertThatIllegalStateException().isThrownBy(() -> stock.change("CASE", level -> level.arrived(1)));
        assertThat(stock.changedLevels()).isEmpty();
    }
}
