package io.orderjourney.fulfillment.pickup.rest;

/** Examples for the API document. */
final class PickupExamples {

    static final String ON_ITS_WAY = """
            {"journeyId": "0195c3f0-1b7e-7a40-8f3d-5a2b6c9d0e11", "orderNumber": "A-100042", "pickupPoint": "WAW-01",
             "payment": "CREDIT", "placedAt": "2026-03-02T10:15:00+01:00",
             "gates": [
               {"gate": "ORDER_CONFIRMED", "open": true, "changedAt": "2026-03-02T12:40:00+01:00"},
               {"gate": "GOODS_AT_PICKUP_POINT", "open": false},
               {"gate": "AGREEMENT_SIGNED", "open": true, "changedAt": "2026-03-04T11:20:00+01:00"},
               {"gate": "BANK_PAPERS", "open": false, "changedAt": "2026-03-05T10:05:00+01:00",
                "closeReason": "the papers are being searched for"}],
             "ready": false, "readiness": 0, "customerNotified": false,
             "creditRefused": false, "inParts": false,
             "lines": [{"sku": "PHONE-X1-BLACK", "name": "Phone X1, black", "quantity": 1, "onShelf": 0,
               "handedOver": false,
               "expected": [{"purchaseOrderId": "0195c3f0-7d2a-7c11-9a53-0c8f6d2e4b10", "supplier": "mobile-import",
                 "quantity": 1, "etaAt": "2026-03-06T12:00:00+01:00"}]}],
             "promises": [{"id": "0195c3f0-1c00-7e2a-b1a7-3b6f1d2c4a55",
               "journeyId": "0195c3f0-1b7e-7a40-8f3d-5a2b6c9d0e11", "kind": "PICKUP_READY", "desk": "PICKUP_POINT",
               "owner": "fulfillment-service",
               "told": "Your order will be ready for pickup by 20:00 on Monday, 9 March",
               "madeAt": "2026-03-02T10:15:00+01:00", "firstPromisedAt": "2026-03-07T20:00:00+01:00", "precision": "END_OF_DAY",
               "dueAt": "2026-03-09T20:00:00+01:00", "revision": 1, "confirmed": false,
               "waitsFor": ["STOCK_ARRIVAL", "BANK_PAPERS"]}],
             "version": 4}
            """;

    static final String GATES_CLOSED = """
            {"type": "urn:order-journey:problem:gates-closed", "title": "Gates closed", "status": 409,
             "detail": "The goods cannot be handed over while a gate is closed",
             "instance": "urn:uuid:6f1c2d3e-4a5b-4c6d-8e7f-901a2b3c4d5e", "code": "gates-closed", "errors": [],
             "retryable": false, "closedGates": ["BANK_PAPERS"]}
            """;

    static final String EXTENDED_BEFORE = """
            {"type": "urn:order-journey:problem:transition-not-allowed", "title": "Transition not allowed", "status": 409,
             "detail": "The storage time was extended before, and it is extended once",
             "instance": "urn:uuid:6f1c2d3e-4a5b-4c6d-8e7f-901a2b3c4d5f", "code": "transition-not-allowed", "errors": [],
             "retryable": false}
            """;

    private PickupExamples() {}
}
