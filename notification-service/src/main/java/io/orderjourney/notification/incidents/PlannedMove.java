package io.orderjourney.notification.incidents;

import io.orderjourney.contracts.Desk;
import java.util.UUID;

/**
 * A promise in a plan.
 *
 * @param position in the plan: the one that was made last is carried out and told first
 * @param deskPosition the same among the promises of its desk
 * @param revision of the promise when it was gathered; at another one somebody else has decided
 */
public record PlannedMove(long position, UUID promiseId, UUID journeyId, Desk desk, long deskPosition, int revision) {}
