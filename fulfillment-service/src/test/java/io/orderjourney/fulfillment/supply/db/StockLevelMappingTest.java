package io.orderjourney.fulfillment.supply.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.fulfillment.supply.StockKey;
import io.orderjourney.fulfillment.supply.StockLevel;
import org.junit.jupiter.api.Test;

class StockLevelMappingTest {

    @Test
    void a_level_is_the_same_after_a_row_held_it() {
        StockLevel level = new StockLevel(new StockKey("WAW-01", "PHONE"), 7, 3, 12);
        StockLevelRow row = new StockLevelRow();

        StockLevelMapping.write(level, row);

        assertThat(StockLevelMapping.level(row)).isEqualTo(level);
    }
}
