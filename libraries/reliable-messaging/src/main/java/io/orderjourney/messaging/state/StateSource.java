package io.orderjourney.messaging.state;

import io.orderjourney.contracts.EventType;
import java.util.Collection;
import java.util.Map;

/** Knows the current values of one compacted topic. The relay asks it at the moment of publishing. */
public interface StateSource {

    default String topic() {
        return type().topic();
    }

    EventType<?> type();

    /** The committed values of these keys; a key that is missing in the answer is published as a tombstone. */
    Map<String, Object> current(Collection<String> keys);
}
