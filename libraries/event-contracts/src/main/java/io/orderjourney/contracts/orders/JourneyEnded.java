package io.orderjourney.contracts.orders;

import io.orderjourney.contracts.JourneyEnd;
import java.time.Instant;

/**
 * The journey is over, one way or another: whatever was promised in it is void, and whatever it held is free.
 */
public record JourneyEnded(JourneyEnd end, Instant endedAt) {}
