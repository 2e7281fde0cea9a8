package io.orderjourney.messaging;

import io.orderjourney.contracts.EventType;
import java.util.UUID;

/** A topic of one test alone, so that tests can share a broker. */
final class TestTopic {

    final String name = "t" + UUID.randomUUID().toString().substring(0, 8);
    final EventType<Parcel> packed = new EventType<>(name + ".parcel-packed.v1", name, Parcel.class);
    final EventType<Parcel> sent = new EventType<>(name + ".parcel-sent.v1", name, Parcel.class);
}
