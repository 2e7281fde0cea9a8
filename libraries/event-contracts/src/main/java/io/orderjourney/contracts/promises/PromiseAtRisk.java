package io.orderjourney.contracts.promises;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.EscalationLevel;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.RiskCause;
import java.time.Instant;
import java.util.UUID;

/**
 * The watch foresees a slip, or an escalation level was reached.
 *
 * @param proposedDueAt a date that the forecast says will hold, inside the desk's hours
 */
public record PromiseAtRisk(
        UUID promiseId,
        PromiseKind kind,
        Desk desk,
        int revision,
        EscalationLevel level,
        RiskCause cause,
        Instant dueAt,
        Instant expectedAt,
        Instant proposedDueAt,
        Instant foreseenAt) {}
