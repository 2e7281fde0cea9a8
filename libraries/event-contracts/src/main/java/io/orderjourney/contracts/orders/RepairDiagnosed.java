package io.orderjourney.contracts.orders;

import io.orderjourney.contracts.RepairOutcome;
import java.time.Instant;

/**
 * The workshop found what is wrong with an article, and what follows.
 *
 * @param workshop name of the partner
 * @param diagnosedAt when it said so
 */
public record RepairDiagnosed(String workshop, RepairOutcome outcome, Instant diagnosedAt) {}
