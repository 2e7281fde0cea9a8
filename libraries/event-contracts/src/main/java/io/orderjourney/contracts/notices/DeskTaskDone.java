package io.orderjourney.contracts.notices;

import io.orderjourney.contracts.Desk;
import java.time.Instant;
import java.util.UUID;

/**
 * A desk did what it was asked, or it became needless.
 */
public record DeskTaskDone(UUID taskId, Desk desk, String doneBy, String outcome, Instant doneAt) {}
