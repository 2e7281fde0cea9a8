package io.orderjourney.credit.applications;

/** Inside this service, in the same transaction: the bank approved this application. */
public record ApplicationApproved(Application application, String actor) {}
