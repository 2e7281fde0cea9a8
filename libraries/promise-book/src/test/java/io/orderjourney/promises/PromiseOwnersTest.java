package io.orderjourney.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.promises.testing.WarsawShop;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromiseOwnersTest {

    @ParameterizedTest
    @CsvSource({
        "CONFIRMATION_CALL, order-service",
        "CALLBACK, order-service",
        "GOODS_HOLD, order-service",
        "CREDIT_CALL, credit-service",
        "SIGNING_APPOINTMENT, credit-service",
        "BANK_PAPERS, credit-service",
        "STOCK_ARRIVAL, fulfillment-service",
        "DISPATCH, fulfillment-service",
        "DELIVERY, fulfillment-service",
        "PICKUP_READY, fulfillment-service",
        "PICKUP_SLOT, fulfillment-service"
    })
    void the_service_of_its_desk_answers_for_a_kind(String kind, String service) {
        assertThat(PromiseOwners.ownerOf(new PromiseKind(kind), WarsawShop.TERMS))
                .isEqualTo(service);
        assertThat(PromiseOwners.isOwner(service, new PromiseKind(kind), WarsawShop.TERMS))
                .isTrue();
        assertThat(PromiseOwners.isOwner("notification-service", new PromiseKind(kind), WarsawShop.TERMS))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"order-service", "credit-service", "fulfillment-service", "notification-service"})
    void everybody_can_promise_a_next_update(String service) {
        assertThat(PromiseOwners.isOwner(service, PromiseKind.NEXT_UPDATE, WarsawShop.TERMS))
                .isTrue();
    }
}
