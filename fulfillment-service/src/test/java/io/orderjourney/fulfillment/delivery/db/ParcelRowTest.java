package io.orderjourney.fulfillment.delivery.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.fulfillment.delivery.Parcel;
import io.orderjourney.fulfillment.delivery.ParcelStage;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ParcelRowTest {

    @Test
    void a_parcel_is_the_same_after_it_was_written_and_read() {
        Instant noon = Instant.parse("2026-03-02T11:00:00Z");
        Parcel parcel = new Parcel(
                UUID.randomUUID(),
                "A-100043",
                UUID.randomUUID(),
                "pl",
                "WAREHOUSE",
                noon,
                ParcelStage.RETURNING,
                noon.plusSeconds(60),
                2,
                noon.plusSeconds(3_600),
                noon.plusSeconds(90),
                JourneyEnd.CANCELLED_BY_SHOP,
                7);
        ParcelRow row = new ParcelRow();
        row.write(parcel);

        assertThat(row.parcel()).isEqualTo(parcel);
        Parcel placed = Parcel.placed(parcel.orderId(), "A-1", parcel.customerId(), "en", "WAREHOUSE", noon);
        row.write(placed);
        assertThat(row.parcel()).isEqualTo(placed);
    }
}
