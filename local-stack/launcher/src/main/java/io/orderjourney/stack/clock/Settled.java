package io.orderjourney.stack.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one process of the stack has to do right now and when it will have something to do next.
 *
 * @param checkedAt the process's business time
 * @param outbox events written but not yet handed to Kafka
 * @param parked work that waits for a person, such as journeys behind a dead letter; it never moves by itself
 * @param due work whose time has come
 * @param nextDueAt the next business time at which there will be work, null when none is known
 */
public record Settled(
        Instant checkedAt,
        long outbox,
        long parked,
        long due,
        @Nullable Instant nextDueAt) {

    boolean nothingToDo() {
        return outbox == 0 && due == 0;
    }
}
