package io.orderjourney.credit.bank.rest;

/** What the API document shows. */
final class CallbackExamples {

    static final String DECISION = """
            {
              "reference": "019a8f00-1111-7000-8000-000000000001",
              "bankReference": "B-100001",
              "decision": "APPROVED",
              "approvedAmount": {"amountMinor": 249900, "currency": "PLN"},
              "decidedAt": "2026-01-13T13:20:00+01:00"
            }""";

    static final String PAPERS = """
            {
              "reference": "019a8f00-1111-7000-8000-000000000001",
              "status": "SENT",
              "expectedAt": "2026-01-15T12:00:00+01:00",
              "occurredAt": "2026-01-14T13:00:00+01:00"
            }""";

    static final String RECORDED = "{\"result\": \"RECORDED\"}";

    static final String UNKNOWN = "{\"result\": \"UNKNOWN_REFERENCE\"}";

    private CallbackExamples() {}
}
