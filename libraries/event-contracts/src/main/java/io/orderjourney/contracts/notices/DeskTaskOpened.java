package io.orderjourney.contracts.notices;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.DeskTaskKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A desk was asked to do something now.
 */
public record DeskTaskOpened(
        UUID taskId,
        Desk desk,
        DeskTaskKind task,
        @Nullable UUID promiseId,
        String text,
        Instant doBeforeAt,
        Instant openedAt) {}
