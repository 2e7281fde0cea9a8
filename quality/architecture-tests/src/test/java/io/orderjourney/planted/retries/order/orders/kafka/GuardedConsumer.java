package io.orderjourney.planted.retries.order.orders.kafka;

import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

@CircuitBreaker
class GuardedConsumer {}
