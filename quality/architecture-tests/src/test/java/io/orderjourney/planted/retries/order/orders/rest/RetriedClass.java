package io.orderjourney.planted.retries.order.orders.rest;

import jakarta.transaction.Transactional;
import org.eclipse.microprofile.faulttolerance.Bulkhead;

@Bulkhead
class RetriedClass {

    @Transactional
    void change() {}
}
