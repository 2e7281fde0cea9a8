package io.orderjourney.credit.roster;

import io.orderjourney.contracts.ReasonCode;

/**
 * Inside this service, in the same transaction: who is on duty at a pickup point is not what it was.
 *
 * @param expertId whose time changed
 * @param reason what to say if somebody's appointment falls with it
 */
public record RosterChanged(String pickupPoint, String expertId, ReasonCode reason, String actor) {}
