package io.orderjourney.stack.standins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

class SupplierTest extends StandInsFixture {

    @Test
    void a_new_date_is_told_to_the_shop_with_the_partner_s_token() throws Exception {
        put("/supplier/purchase-orders/po-1", "{\"sku\": \"phone\", \"quantity\": 3}");

        Answer answer = post("/supplier/purchase-orders/po-1/eta", "{\"eta\": \"2026-11-25T09:00:00Z\"}");

        assertThat(answer.status()).isEqualTo(202);
        await().until(() -> shop.calls().size() == 1);
        FakeShop.Call call = shop.calls().get(0);
        assertThat(call.method()).isEqualTo("PUT");
        assertThat(call.path()).isEqualTo("/api/v1/purchase-orders/po-1/eta");
        assertThat(call.headers()).containsEntry("authorization", "Bearer partner-token");
        assertThat(call.field("eta")).isEqualTo("2026-11-25T09:00:00Z");
    }

    @Test
    void goods_that_arrive_are_told_to_the_shop() throws Exception {
        put("/supplier/purchase-orders/po-1", "{\"sku\": \"phone\", \"quantity\": 3, \"pickupPoint\": \"krakow\"}");

        post("/supplier/purchase-orders/po-1/arrive", "{\"quantity\": 2}");

        await().until(() -> shop.calls().size() == 1);
        FakeShop.Call call = shop.calls().get(0);
        assertThat(call.path()).isEqualTo("/api/v1/stock-arrivals");
        assertThat(call.field("purchaseOrderId")).isEqualTo("po-1");
        assertThat(call.field("quantity")).isEqualTo("2");
        assertThat(call.field("pickupPoint")).isEqualTo("krakow");
    }

    @Test
    void every_change_is_told_even_when_the_shop_was_away_meanwhile() throws Exception {
        shop.answerWith(503);
        post("/supplier/purchase-orders/po-1/eta", "{\"eta\": \"2026-11-25T09:00:00Z\"}");
        post("/supplier/purchase-orders/po-1/eta", "{\"eta\": \"2026-11-26T09:00:00Z\"}");
        await().until(() -> !shop.calls().isEmpty());

        shop.answerWith(204);

        await().until(() -> standIns.settling().get(1).settled().due() == 0);
        assertThat(shop.calls())
                .extracting(call -> call.field("eta"))
                .contains("2026-11-25T09:00:00Z", "2026-11-26T09:00:00Z");
    }

    @Test
    void orders_survive_a_restart() throws Exception {
        put("/supplier/purchase-orders/po-1", "{\"sku\": \"phone\"}");

        restart();

        assertThat(get("/supplier/purchase-orders/po-1").json().path("sku").asText())
                .isEqualTo("phone");
        assertThat(get("/supplier/purchase-orders/po-2").status()).isEqualTo(404);
    }
}
