package io.orderjourney.planted.retries.order.orders.rest;

import jakarta.transaction.Transactional;
import org.eclipse.microprofile.faulttolerance.Timeout;

@Transactional
class TransactionalCalls {

    @Timeout(1000)
    void timed() {}
}
