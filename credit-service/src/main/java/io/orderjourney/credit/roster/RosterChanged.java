package io.orderjourney.credit.roster;

import io.orderjourney.contracts.ReasonCode;

/**
 * Inside this service, in the same transaction: the roster of a pickup point changed.
 *
 * @param expertId whose time changed
 * @param reason why, if an appointment has to change with it
 */
public record RosterChanged(String pickupPoint, String expertId, ReasonCode reason, String actor) {}
