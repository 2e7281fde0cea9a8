package io.orderjourney.planted.services.credit.applications;

public record Application(String id) {}
