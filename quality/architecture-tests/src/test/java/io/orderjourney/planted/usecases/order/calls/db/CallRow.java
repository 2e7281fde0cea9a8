package io.orderjourney.planted.usecases.order.calls.db;

public class CallRow {}
