package io.orderjourney.planted.retries.order.orders.rest;

import jakarta.transaction.Transactional;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;

class BankCalls {

    @Retry
    @Transactional
    void retriedTransaction() {}

    @Retry
    @CircuitBreaker
    void retriedCall() {}
}
