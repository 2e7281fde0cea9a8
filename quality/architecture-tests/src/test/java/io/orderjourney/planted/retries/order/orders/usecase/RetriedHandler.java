package io.orderjourney.planted.retries.order.orders.usecase;

import org.eclipse.microprofile.faulttolerance.Retry;

class RetriedHandler {
    @Retry
    void handle() {}
}
