package io.orderjourney.stack.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

class SupplierSimulatorTest extends SimulatorsFixture {

    private static final String PHONES = """
            {"supplier": "mobile-import", "pickupPoint": "KRK-01", "etaAt": "2026-11-24T09:00:00Z",
             "lines": [{"sku": "PHONE-X1", "quantity": 3}]}
            """;

    private FakeShop.Call call(int number) {
        await().until(() -> shop.calls().size() > number);
        return shop.calls().get(number);
    }

    @Test
    void an_order_is_confirmed_to_the_shop() throws Exception {
        assertThat(put("/supplier/purchase-orders/po-1", PHONES).status()).isEqualTo(200);

        assertThat(call(0).method()).isEqualTo("POST");
        assertThat(call(0).path()).isEqualTo("/api/v1/purchase-orders");
        assertThat(call(0).field("id")).isEqualTo("po-1");
        assertThat(call(0).body()).contains("\"lines\":[{\"sku\":\"PHONE-X1\",\"quantity\":3}]");
    }

    @Test
    void the_shop_is_notified_of_a_new_date_with_token_and_signature() throws Exception {
        Response response = play(
                "/supplier/purchase-orders/po-1/eta", "{\"etaAt\": \"2026-11-25T09:00:00Z\", \"why\": \"a strike\"}");

        assertThat(response.status()).isEqualTo(202);
        FakeShop.Call call = call(0);
        assertThat(call.method()).isEqualTo("PUT");
        assertThat(call.path()).isEqualTo("/api/v1/purchase-orders/po-1/eta");
        assertThat(call.headers()).containsEntry("authorization", "Bearer partner-token");
        assertThat(call.isSignedWith(SUPPLIER_SECRET)).isTrue();
        assertThat(call.field("etaAt")).isEqualTo("2026-11-25T09:00:00Z");
        assertThat(call.field("reason")).isEqualTo("a strike");
    }

    @Test
    void goods_arrive_as_they_were_ordered_unless_said_otherwise() throws Exception {
        put("/supplier/purchase-orders/po-1", PHONES);
        call(0);

        play("/supplier/purchase-orders/po-1/arrive", "{\"lines\": [{\"sku\": \"PHONE-X1\", \"quantity\": 2}]}");
        play("/supplier/purchase-orders/po-1/arrive", "{}");

        call(2);
        assertThat(shop.calls().subList(1, 3)).allSatisfy(call -> {
            assertThat(call.path()).isEqualTo("/api/v1/stock-arrivals");
            assertThat(call.field("purchaseOrderId")).isEqualTo("po-1");
            assertThat(call.field("pickupPoint")).isEqualTo("KRK-01");
            assertThat(call.field("arrivedAt")).isEqualTo("2026-11-23T12:00:00Z");
        });
        assertThat(shop.calls().subList(1, 3))
                .extracting(FakeShop.Call::body)
                .anySatisfy(body -> assertThat(body).contains("\"quantity\":2"))
                .anySatisfy(body -> assertThat(body).contains("\"quantity\":3"));
        assertThat(shop.calls().subList(1, 3))
                .extracting(call -> call.field("reference"))
                .doesNotHaveDuplicates();
    }

    @Test
    void an_arrival_without_known_lines_is_refused() throws Exception {
        Response response = play("/supplier/purchase-orders/po-9/arrive", "{}");

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.text()).contains("pickupPoint");
        assertThat(get("/supplier/purchase-orders/po-9").status()).isEqualTo(404);
    }

    @Test
    void changes_reach_the_shop_in_order_even_after_an_outage() throws Exception {
        shop.respondWith(503);
        play("/supplier/purchase-orders/po-1/eta", "{\"etaAt\": \"2026-11-25T09:00:00Z\"}");
        play("/supplier/purchase-orders/po-1/eta", "{\"etaAt\": \"2026-11-26T09:00:00Z\"}");
        call(0);

        shop.respondWith(204);

        await().until(() -> simulators.settling().get(1).settled().due() == 0);
        assertThat(shop.calls())
                .extracting(call -> call.field("etaAt"))
                .isSorted()
                .endsWith("2026-11-26T09:00:00Z");
    }

    @Test
    void orders_survive_a_restart() throws Exception {
        put("/supplier/purchase-orders/po-1", PHONES);

        restart();

        assertThat(get("/supplier/purchase-orders/po-1").json().path("supplier").asText())
                .isEqualTo("mobile-import");
        assertThat(get("/supplier/purchase-orders/po-2").status()).isEqualTo(404);
    }
}
