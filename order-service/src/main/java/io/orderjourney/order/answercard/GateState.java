package io.orderjourney.order.answercard;

import io.orderjourney.contracts.Gate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One precondition of handing the goods over.
 *
 * @param since when it was opened or closed; null if nothing was heard of it yet
 * @param why why it was closed again
 */
public record GateState(
        Gate gate,
        boolean open,
        @Nullable Instant since,
        @Nullable String why) {}
