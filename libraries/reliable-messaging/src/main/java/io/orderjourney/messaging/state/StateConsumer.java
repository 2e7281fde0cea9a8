package io.orderjourney.messaging.state;

import io.orderjourney.contracts.EventType;
import org.jspecify.annotations.Nullable;

/** A feature that keeps a copy of a compacted topic. Older values than the last one seen are never delivered. */
public interface StateConsumer<T> {

    EventType<T> type();

    /** The value of a key is now this one; null: it is gone, and so must every copy be. Runs in a transaction. */
    void changed(String key, @Nullable T value);
}
