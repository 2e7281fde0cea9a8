package io.orderjourney.planted.edges.order.calls.kafka;

public class CallConsumer {}
