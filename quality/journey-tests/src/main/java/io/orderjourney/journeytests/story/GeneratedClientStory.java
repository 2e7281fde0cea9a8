package io.orderjourney.journeytests.story;

import io.orderjourney.client.order.ApiClient;
import io.orderjourney.client.order.ApiException;
import io.orderjourney.client.order.api.JourneysApi;
import io.orderjourney.client.order.api.OrdersApi;
import io.orderjourney.client.order.model.AnswerCard;
import io.orderjourney.client.order.model.ContactRequest;
import io.orderjourney.client.order.model.Money;
import io.orderjourney.client.order.model.Order;
import io.orderjourney.client.order.model.OrderRequest;
import io.orderjourney.client.order.model.OrderRequestLine;
import io.orderjourney.client.order.model.OrderState;
import io.orderjourney.client.order.model.OrderWithPromises;
import io.orderjourney.client.order.model.PaymentMethod;
import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Shop;
import java.time.Duration;
import java.util.UUID;

/**
 * Another shop's storefront, whose client was made from the committed API document and from nothing else, places an order and
 * reads its journey. Played after the credit story, so that it disturbs none of its desks.
 */
final class GeneratedClientStory {

    private final Shop shop;
    private final Checks checks;

    GeneratedClientStory(Shop shop, Checks checks) {
        this.shop = shop;
        this.checks = checks;
    }

    void play() {
        ApiClient client = new ApiClient();
        client.updateBaseUri(shop.address("order-service"));
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + shop.token("storefront")));
        try {
            OrderWithPromises placed =
                    new OrdersApi(client).placeOrder(UUID.randomUUID().toString(), request());
            Order order = placed.getOrder();
            checks.that(order.getState() == OrderState.PLACED, "a generated client placed an order");
            checks.that(
                    placed.getPromises().stream()
                            .allMatch(promise -> promise.getDueAt().isAfter(order.getPlacedAt())),
                    "a generated client read the promises of its order");
            shop.advance(Duration.ofSeconds(1));
            AnswerCard card = new JourneysApi(client).getAnswerCard(order.getOrderNumber());
            checks.that(
                    card.getJourneyId().equals(order.getJourneyId()) && card.getNextStep() != null,
                    "a generated client read the journey of its order");
        } catch (ApiException refused) {
            checks.that(false, "a generated client was understood: " + refused.getMessage());
        }
    }

    private static OrderRequest request() {
        Money price = new Money().amountMinor(2_900L).currency("PLN");
        return new OrderRequest()
                .customer(new ContactRequest()
                        .name("Maja Novak")
                        .email("maja.novak@example.org")
                        .language("sl"))
                .payment(PaymentMethod.ON_PICKUP)
                .pickupPoint(CreditStory.POINT)
                .addLinesItem(new OrderRequestLine()
                        .sku("PHONE-S5")
                        .name("Phone S5")
                        .quantity(1)
                        .unitPrice(price))
                .total(price);
    }
}
