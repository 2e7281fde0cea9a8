package io.orderjourney.fulfillment.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.rest.testing.MalformedRequests;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The last class of the service's tests: what half-valid requests leave behind disturbs no other test. */
@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
@Order(Integer.MAX_VALUE)
class MalformedRequestsTest {

    @TestHTTPResource("/")
    URI base;

    @Inject
    Shop shop;

    @Test
    void no_malformed_request_gets_a_server_error() throws IOException {
        shop.openTheCounter();
        String sku = Shop.freshSku("PHONE");
        ApiClient.stock(sku, 1);
        UUID purchase = ApiClient.purchase(sku, 5, shop.now().plus(Duration.ofDays(3)));
        UUID order = shop.place(PaymentMethod.ON_PICKUP, sku, 1);
        UUID parcel = shop.place(shop.delivery(sku));
        UUID promise = shop.promise(order, PromiseKind.PICKUP_READY).id();

        Set<Integer> answered = MalformedRequests.at(
                        base,
                        Map.of(
                                "STOREFRONT", "shop-token-0123456789",
                                "WAREHOUSE", "warehouse-token-0123456789",
                                "PICKUP_POINT", "counter-token-0123456789",
                                "SALES", "sales-token-0123456789",
                                "CREDIT", "credit-token-0123456789",
                                "CUSTOMER_CARE", "care-token-0123456789",
                                "MANAGEMENT", "boss-token-0123456789",
                                "PARTNER", "supplier-token-0123456789",
                                "OPERATOR", "operator-token-0123456789"))
                .knowing("/api/v1/pickups/{journeyId}", "/api/v1/pickups/" + order)
                .knowing("/api/v1/promises/{id}", "/api/v1/promises/" + promise)
                .knowing("/api/v1/purchase-orders/{id}", "/api/v1/purchase-orders/" + purchase)
                .knowing("/api/v1/parcels/{journeyId}", "/api/v1/parcels/" + parcel)
                .signing("/api/v1/parcels/{journeyId}/reports", ApiClient.COURIER_SECRET)
                .signing("/api/v1/purchase-orders", ApiClient.SUPPLIER_SECRET)
                .signing("/api/v1/purchase-orders/{id}/eta", ApiClient.SUPPLIER_SECRET)
                .send(2026, 200);

        assertThat(answered).contains(200, 201, 400, 401, 403, 404, 405, 406, 412, 415, 422, 428);
        ApiClient.stock(sku, 2);
    }
}
