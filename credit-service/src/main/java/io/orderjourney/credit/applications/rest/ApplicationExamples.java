package io.orderjourney.credit.applications.rest;

/** What the API document shows. */
final class ApplicationExamples {

    static final String APPLICATION = """
            {
              "id": "019a8f00-1111-7000-8000-000000000001",
              "journeyId": "019a8f00-0000-7000-8000-000000000001",
              "orderNumber": "A-100042",
              "customerId": "019a8f00-2222-7000-8000-000000000001",
              "pickupPoint": "WAW-1",
              "amount": {"amountMinor": 249900, "currency": "PLN"},
              "state": "APPROVED",
              "openedAt": "2026-01-12T10:05:00+01:00",
              "submittedAt": "2026-01-13T11:20:00+01:00",
              "bank": "bank",
              "bankReference": "B-100001",
              "bankRequests": [
                {"kind": "APPLICATION", "attempts": 0, "acknowledgedAt": "2026-01-13T11:20:01+01:00"}
              ],
              "decision": {
                "outcome": "APPROVED",
                "approvedAmount": {"amountMinor": 249900, "currency": "PLN"},
                "decidedAt": "2026-01-13T13:20:00+01:00"
              },
              "appointment": {
                "expertId": "ewa",
                "startsAt": "2026-01-14T12:00:00+01:00",
                "endsAt": "2026-01-14T13:00:00+01:00",
                "confirmed": false
              },
              "promises": [
                {
                  "id": "019a8f00-3333-7000-8000-000000000001",
                  "journeyId": "019a8f00-0000-7000-8000-000000000001",
                  "kind": "SIGNING_APPOINTMENT",
                  "desk": "CREDIT",
                  "owner": "credit-service",
                  "told": "Your appointment to sign the agreement: Wednesday, 14 January, 12:00–13:00",
                  "madeAt": "2026-01-13T10:24:00+01:00",
                  "firstPromisedAt": "2026-01-14T13:00:00+01:00",
                  "precision": "WINDOW",
                  "windowStartAt": "2026-01-14T12:00:00+01:00",
                  "dueAt": "2026-01-14T13:00:00+01:00",
                  "revision": 0,
                  "confirmed": false,
                  "waitsFor": ["CREDIT_DECISION"]
                }
              ]
            }""";

    static final String PAGE = """
            {
              "items": [
                {
                  "id": "019a8f00-1111-7000-8000-000000000001",
                  "journeyId": "019a8f00-0000-7000-8000-000000000001",
                  "orderNumber": "A-100042",
                  "customerId": "019a8f00-2222-7000-8000-000000000001",
                  "pickupPoint": "WAW-1",
                  "amount": {"amountMinor": 249900, "currency": "PLN"},
                  "state": "CALL_DUE",
                  "openedAt": "2026-01-12T10:05:00+01:00"
                }
              ]
            }""";

    static final String CALL = "{\"outcome\": \"REACHED\", \"applicationComplete\": true}";

    static final String CALL_LATER = """
            {"outcome": "CALL_LATER", "applicationComplete": false, "callBackAt": "2026-01-13T15:00:00+01:00"}""";

    private ApplicationExamples() {}
}
