package io.orderjourney.promises;

import io.orderjourney.contracts.PromiseKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What an owner knows about times that can be agreed: the experts' roster, the free places at the counter. */
public interface AvailableSlots {

    /** The kind of promise whose windows these are. */
    PromiseKind kind();

    /** Until this transaction ends, no other customer agrees on a time that this journey could agree on: what is free stays free. */
    void hold(UUID journeyId);

    /** The next free windows for this journey that begin at {@code from} or later, earliest first. */
    List<Window> next(UUID journeyId, Instant from, int atMost);

    /** A time that could be agreed. */
    record Window(Instant startAt, Instant endAt) {}
}
