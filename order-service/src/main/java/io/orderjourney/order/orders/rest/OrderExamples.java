package io.orderjourney.order.orders.rest;

/** What the API document shows. */
final class OrderExamples {

    static final String REQUEST = """
            {
              "orderNumber": "A-100042",
              "customer": {
                "name": "Jan Kowalski",
                "email": "jan.kowalski@example.com",
                "phone": "+48501234567",
                "language": "pl",
                "preferredChannel": "SMS"
              },
              "payment": "CREDIT",
              "pickupPoint": "WAW-CENTRUM",
              "lines": [
                {
                  "sku": "PHN-NOVA-X5-256-BLK",
                  "name": "Telefon Nova X5 256 GB, czarny",
                  "quantity": 1,
                  "unitPrice": { "amountMinor": 249900, "currency": "PLN" }
                }
              ],
              "total": { "amountMinor": 249900, "currency": "PLN" }
            }
            """;

    static final String DELIVERY_REQUEST = """
            {
              "customer": {
                "name": "Jan Kowalski",
                "email": "jan.kowalski@example.com",
                "phone": "+48501234567",
                "language": "pl"
              },
              "payment": "PREPAID",
              "deliveryAddress": {
                "street": "ul. Prosta 7 m. 12",
                "postalCode": "00-850",
                "city": "Warszawa",
                "country": "PL"
              },
              "lines": [
                {
                  "sku": "PHN-NOVA-X5-256-BLK",
                  "name": "Telefon Nova X5 256 GB, czarny",
                  "quantity": 1,
                  "unitPrice": { "amountMinor": 249900, "currency": "PLN" }
                }
              ],
              "total": { "amountMinor": 249900, "currency": "PLN" }
            }
            """;

    static final String PLACED = """
            {
              "order": {
                "journeyId": "019bb179-fba3-7cde-9689-2bbebbf6c5fe",
                "orderNumber": "A-100042",
                "state": "PLACED",
                "customerId": "019b84f1-d957-7b6c-8586-3875e34487ca",
                "customer": {
                  "name": "Jan Kowalski",
                  "email": "jan.kowalski@example.com",
                  "phone": "+48501234567",
                  "language": "pl",
                  "preferredChannel": "SMS"
                },
                "payment": "CREDIT",
                "deliveryMethod": "PICKUP",
                "pickupPoint": "WAW-CENTRUM",
                "lines": [
                  {
                    "sku": "PHN-NOVA-X5-256-BLK",
                    "name": "Telefon Nova X5 256 GB, czarny",
                    "quantity": 1,
                    "unitPrice": { "amountMinor": 249900, "currency": "PLN" }
                  }
                ],
                "total": { "amountMinor": 249900, "currency": "PLN" },
                "placedAt": "2026-01-12T10:12:00+01:00",
                "callAttempts": 0,
                "callDueAt": "2026-01-12T14:30:00+01:00",
                "version": 1
              },
              "promises": [
                {
                  "id": "019bb179-fd23-787d-8103-25c5abaf7e7b",
                  "journeyId": "019bb179-fba3-7cde-9689-2bbebbf6c5fe",
                  "kind": "CONFIRMATION_CALL",
                  "desk": "SALES",
                  "owner": "order-service",
                  "told": "Zadzwonimy w poniedziałek, 12 stycznia, do godz. 14:30, aby potwierdzić zamówienie",
                  "madeAt": "2026-01-12T10:12:00+01:00",
                  "firstPromisedAt": "2026-01-12T14:30:00+01:00",
                  "precision": "BY_TIME",
                  "dueAt": "2026-01-12T14:30:00+01:00",
                  "revision": 0,
                  "confirmed": false,
                  "waitsFor": []
                }
              ]
            }
            """;

    static final String REACHED = "{\"outcome\": \"REACHED\"}";

    static final String CALL_LATER = "{\"outcome\": \"CALL_LATER\", \"callBackAt\": \"2026-01-12T17:00:00+01:00\"}";

    static final String CANCELLATION = "{\"by\": \"CUSTOMER\", \"reason\": \"Found it elsewhere\"}";

    static final String ON_PICKUP = "{\"payment\": \"ON_PICKUP\"}";

    static final String CHANGED_LINES = """
            {
              "lines": [
                { "sku": "PHN-NOVA-X5-256-BLK", "quantity": 1 },
                {
                  "sku": "CAS-NOVA-X5-CLR",
                  "quantity": 2,
                  "name": "Etui Nova X5, przezroczyste",
                  "unitPrice": { "amountMinor": 7900, "currency": "PLN" }
                }
              ],
              "total": { "amountMinor": 265700, "currency": "PLN" }
            }
            """;

    private OrderExamples() {}
}
