package io.orderjourney.planted.cycles.order.calls;

public record Call(String outcome) {}
