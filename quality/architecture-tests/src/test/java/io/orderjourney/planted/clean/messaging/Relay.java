package io.orderjourney.planted.clean.messaging;

/** A library. */
public final class Relay {}
