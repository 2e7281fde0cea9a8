package io.orderjourney.messaging;

import io.orderjourney.contracts.EventType;
import java.util.UUID;

/** A topic of one test alone, so that tests can share a broker. */
final class TestTopic {

    final String name;
    final EventType<Parcel> packed;
    final EventType<Parcel> sent;

    TestTopic() {
        this("t" + UUID.randomUUID().toString().substring(0, 8));
    }

    /** The topic of this name, for another process of the same test. */
    TestTopic(String name) {
        this.name = name;
        this.packed = new EventType<>(name + ".parcel-packed.v1", name, Parcel.class);
        this.sent = new EventType<>(name + ".parcel-sent.v1", name, Parcel.class);
    }
}
