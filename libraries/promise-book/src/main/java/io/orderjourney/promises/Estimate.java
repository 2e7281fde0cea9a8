package io.orderjourney.promises;

import io.orderjourney.contracts.ReasonCode;
import java.time.Instant;

/** What an owner knows about a date: a supplier's ETA, a bank's estimate, a roster. Handling time comes on top of it. */
public record Estimate(Instant expectedAt, ReasonCode reason) {}
