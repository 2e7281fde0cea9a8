package io.orderjourney.stack.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CourierSimulatorTest extends SimulatorsFixture {

    private FakeShop.Call call(int number) {
        await().until(() -> shop.calls().size() > number);
        return shop.calls().get(number);
    }

    @Test
    void a_report_reaches_the_shop_with_token_and_the_couriers_own_signature() throws Exception {
        Response response =
                play("/courier/parcels/p-1/reports", "{\"report\": \"ETA\", \"etaAt\": \"2026-11-25T09:00:00Z\"}");

        assertThat(response.status()).isEqualTo(202);
        assertThat(call(0).method()).isEqualTo("POST");
        assertThat(call(0).path()).isEqualTo("/api/v1/parcels/p-1/reports");
        assertThat(call(0).headers()).containsEntry("authorization", "Bearer partner-token");
        assertThat(call(0).isSignedWith(COURIER_SECRET)).isTrue();
        assertThat(call(0).isSignedWith(SUPPLIER_SECRET)).isFalse();
        assertThat(call(0).field("etaAt")).isEqualTo("2026-11-25T09:00:00Z");
        assertThat(call(0).field("reportedAt")).isEqualTo("2026-11-23T12:00:00Z");
    }

    @Test
    void a_report_for_later_waits_for_its_business_time() throws Exception {
        play("/courier/parcels/p-1/reports", "{\"report\": \"DELIVERED\", \"at\": \"2026-11-23T14:00:00Z\"}");
        play("/courier/parcels/p-2/reports", "{\"report\": \"OUT_FOR_DELIVERY\"}");
        assertThat(call(0).path()).isEqualTo("/api/v1/parcels/p-2/reports");

        clock.advance(Duration.ofHours(2));

        assertThat(call(1).path()).isEqualTo("/api/v1/parcels/p-1/reports");
        assertThat(call(1).field("reportedAt")).isEqualTo("2026-11-23T14:00:00Z");
    }

    @Test
    void what_no_courier_says_is_refused_and_a_stranger_says_nothing() throws Exception {
        assertThat(play("/courier/parcels/p-1/reports", "{\"report\": \"LOST\"}")
                        .status())
                .isEqualTo(400);
        assertThat(play("/courier/parcels/p-1/reports", "{\"report\": \"ETA\"}").status())
                .isEqualTo(400);
        assertThat(post("/courier/parcels/p-1/reports", "{\"report\": \"DELIVERED\"}")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void its_ledger_survives_a_restart() throws Exception {
        play("/courier/parcels/p-1/reports", "{\"report\": \"NOT_AT_HOME\"}");
        call(0);

        restart();

        assertThat(get("/courier/parcels")
                        .json()
                        .path("parcels")
                        .path("p-1")
                        .path("report")
                        .asText())
                .isEqualTo("NOT_AT_HOME");
        assertThat(ledgerKinds("courier")).contains("reported", "callback-planned");
    }
}
