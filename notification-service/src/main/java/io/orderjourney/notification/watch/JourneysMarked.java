package io.orderjourney.notification.watch;

/** Inside this service, after the commit: there are journeys that the watch must look at. */
public record JourneysMarked() {}
