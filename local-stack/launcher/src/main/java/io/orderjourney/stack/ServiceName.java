package io.orderjourney.stack;

/** The four services, in the order of their ports. */
public enum ServiceName {
    ORDER("order-service", "order_journey_order"),
    CREDIT("credit-service", "order_journey_credit"),
    FULFILLMENT("fulfillment-service", "order_journey_fulfillment"),
    NOTIFICATION("notification-service", "order_journey_notification");

    private final String text;
    private final String database;

    ServiceName(String text, String database) {
        this.text = text;
        this.database = database;
    }

    /** Its name in addresses, events and consumer groups. */
    public String text() {
        return text;
    }

    /** The name of its own database. */
    public String database() {
        return database;
    }
}
