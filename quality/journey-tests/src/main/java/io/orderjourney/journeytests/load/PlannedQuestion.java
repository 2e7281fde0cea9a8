package io.orderjourney.journeytests.load;

import java.time.Instant;
import java.util.Locale;

/**
 * Something that a customer will ask beside the orders.
 *
 * @param reference the questions are counted
 * @param sku the article that they wait for, with {@code pickupPoint}; empty for a question about something else
 */
record PlannedQuestion(String reference, Instant askAt, String language, String sku, String pickupPoint) {

    boolean isStockAlert() {
        return !sku.isEmpty();
    }

    /** Where the request goes. */
    String path() {
        return isStockAlert() ? "/order-service/api/v1/stock-alerts" : "/order-service/api/v1/inquiries";
    }

    String body() {
        String customer = "{\"name\":\"%s\",\"language\":\"%s\",\"email\":\"%s@example.org\"}"
                .formatted("Maria Lipa", language, reference.toLowerCase(Locale.ROOT));
        return isStockAlert()
                ? "{\"sku\":\"%s\",\"pickupPoint\":\"%s\",\"channel\":\"WEB_FORM\",\"customer\":%s}"
                        .formatted(sku, pickupPoint, customer)
                : "{\"topic\":\"PRODUCT\",\"channel\":\"WEB_FORM\",\"text\":\"Does it come in blue?\",\"customer\":%s}"
                        .formatted(customer);
    }
}
