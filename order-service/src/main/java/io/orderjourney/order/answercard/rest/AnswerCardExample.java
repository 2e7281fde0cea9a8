package io.orderjourney.order.answercard.rest;

/** What the API document shows. */
final class AnswerCardExample {

    static final String CARD = """
            {
              "journeyId": "019bb179-fba3-7cde-9689-2bbebbf6c5fe",
              "orderNumber": "A-100042",
              "stage": "APPROVED",
              "open": true,
              "nextStep": {
                "kind": "SIGNING_APPOINTMENT",
                "desk": "CREDIT",
                "phone": "+48221000020",
                "hours": "Mon-Fri 09:00-19:00; Sat 10:00-15:00",
                "text": "Sign the agreement with the customer at the pickup point",
                "windowStartAt": "2026-01-20T10:00:00+01:00",
                "dueAt": "2026-01-20T10:45:00+01:00"
              },
              "waitsFor": [
                {
                  "kind": "SIGNING_APPOINTMENT",
                  "desk": "CREDIT",
                  "phone": "+48221000020",
                  "hours": "Mon-Fri 09:00-19:00; Sat 10:00-15:00",
                  "text": "Sign the agreement with the customer at the pickup point",
                  "windowStartAt": "2026-01-20T10:00:00+01:00",
                  "dueAt": "2026-01-20T10:45:00+01:00"
                }
              ],
              "order": {
                "customerId": "019b84f1-d957-7b6c-8586-3875e34487ca",
                "language": "pl",
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
                "total": { "amountMinor": 249900, "currency": "PLN" },
                "placedAt": "2026-01-12T10:12:00+01:00"
              },
              "location": { "goods": "ON_THE_WAY", "goodsExpectedAt": "2026-01-20T16:00:00+01:00" },
              "gates": [
                { "gate": "ORDER_CONFIRMED", "open": true, "changedAt": "2026-01-12T17:08:00+01:00" },
                { "gate": "GOODS_AT_PICKUP_POINT", "open": false },
                { "gate": "AGREEMENT_SIGNED", "open": false },
                { "gate": "BANK_PAPERS", "open": false }
              ],
              "appointment": {
                "pickupPoint": "WAW-CENTRUM",
                "expertId": "expert-3",
                "startsAt": "2026-01-20T09:45:00+01:00",
                "endsAt": "2026-01-20T10:45:00+01:00"
              },
              "promises": [
                {
                  "id": "019bb6fb-e4b1-786a-a35d-58a6aa3b5742",
                  "journeyId": "019bb179-fba3-7cde-9689-2bbebbf6c5fe",
                  "kind": "CREDIT_DECISION",
                  "desk": "CREDIT",
                  "partner": "bank",
                  "owner": "credit-service",
                  "told": "Decyzję banku przekażemy w czwartek, 15 stycznia, do godz. 19:00",
                  "madeAt": "2026-01-13T11:40:00+01:00",
                  "firstPromisedAt": "2026-01-14T19:00:00+01:00",
                  "precision": "END_OF_DAY",
                  "dueAt": "2026-01-15T19:00:00+01:00",
                  "revision": 1,
                  "confirmed": false,
                  "waitsFor": ["CREDIT_CALL"],
                  "outlook": "KEPT",
                  "reschedules": [
                    {
                      "previousDueAt": "2026-01-14T19:00:00+01:00",
                      "dueAt": "2026-01-15T19:00:00+01:00",
                      "reason": "BANK_LATE",
                      "decidedBy": "policy",
                      "bySystem": false,
                      "rescheduledAt": "2026-01-14T14:00:00+01:00",
                      "announcedAt": "2026-01-14T14:02:00+01:00"
                    }
                  ],
                  "keptAt": "2026-01-15T10:24:00+01:00",
                  "evidence": "notice 019bbfd2-3a10-7b3f-9f51-6a8d0c1e2f34"
                }
              ],
              "messages": [
                {
                  "noticeId": "019bbb84-9c40-7d11-8a64-0f5b7c3d2e1a",
                  "channel": "SMS",
                  "subjects": ["DELAY CREDIT_DECISION"],
                  "delivered": true,
                  "attemptedAt": "2026-01-14T14:02:00+01:00"
                }
              ],
              "timeline": [
                {
                  "occurredAt": "2026-01-12T10:12:00+01:00",
                  "actor": "shop",
                  "text": "Order A-100042 was placed",
                  "type": "orders.order-placed.v1",
                  "source": "/order-service"
                }
              ],
              "chases": 1,
              "calculatedAt": "2026-01-15T10:30:00+01:00"
            }
            """;

    private AnswerCardExample() {}
}
