package io.orderjourney.contracts.state;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happens next, who does it, and until when.
 *
 * @param windowStartAt start of the agreed window, which ends at {@code dueAt}; absent for a step without one
 */
public record NextStep(
        PromiseKind kind, Desk desk, String text, @Nullable Instant windowStartAt, Instant dueAt) {}
