package io.orderjourney.connectors;

import java.util.Set;

/**
 * What a platform's orders leave open, as this shop means it.
 *
 * @param pickupPoint where goods are collected that are not sent
 * @param callingCode of telephone numbers without one, such as {@code +48}
 * @param language of customers whose order names none
 * @param creditMethods the platform's names of ways to pay that are a credit
 */
record Defaults(String pickupPoint, String callingCode, String language, Set<String> creditMethods) {

    /** How order-service calls this way to pay. */
    String payment(String method, boolean paid) {
        if (creditMethods.contains(method)) {
            return "CREDIT";
        }
        return paid ? "PREPAID" : "ON_PICKUP";
    }
}
