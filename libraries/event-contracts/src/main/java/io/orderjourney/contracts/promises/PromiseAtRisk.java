package io.orderjourney.contracts.promises;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.RiskCause;
import io.orderjourney.contracts.Rung;
import java.time.Instant;
import java.util.UUID;

/**
 * The watch foresees a slip, or a rung of the warning ladder was reached.
 *
 * @param proposedDueAt a date that the forecast says will hold, inside the desk's hours
 */
public record PromiseAtRisk(
        UUID promiseId,
        PromiseKind kind,
        Desk desk,
        int revision,
        Rung rung,
        RiskCause cause,
        Instant dueAt,
        Instant expectedAt,
        Instant proposedDueAt,
        Instant foreseenAt) {}
