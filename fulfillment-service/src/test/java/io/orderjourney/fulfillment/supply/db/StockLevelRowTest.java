package io.orderjourney.fulfillment.supply.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.fulfillment.supply.StockLevel;
import org.junit.jupiter.api.Test;

class StockLevelRowTest {

    @Test
    void a_level_survives_its_row() {
        StockLevel level = new StockLevel(new StockLevel.Key("WAW-01", "PHONE"), 7, 3, 5, 12);
        StockLevelRow row = new StockLevelRow();

        row.write(level);

        assertThat(row.level()).isEqualTo(level);
    }
}
