package io.orderjourney.notification.incidents;

import java.util.EnumSet;
import java.util.Set;

/** How an incident stands; derived from what happened, never set. */
public enum IncidentState {
    /** Nobody leads it: people are called, one after the other. */
    OPEN(EnumSet.of(IncidentEvent.TAKE, IncidentEvent.RESOLVE, IncidentEvent.DISMISS)),
    /** Somebody leads it. */
    TAKEN(EnumSet.of(
            IncidentEvent.TAKE,
            IncidentEvent.UPDATE,
            IncidentEvent.STEP_DONE,
            IncidentEvent.RESOLVE,
            IncidentEvent.DISMISS)),
    /** The trouble is over; what it did to customers may not be. */
    RESOLVED(EnumSet.of(IncidentEvent.STEP_DONE, IncidentEvent.REOPEN, IncidentEvent.CLOSE)),
    /** Over, with its lessons. */
    CLOSED(EnumSet.noneOf(IncidentEvent.class)),
    /** It was a false alarm. */
    DISMISSED(EnumSet.noneOf(IncidentEvent.class));

    private final Set<IncidentEvent> allowed;

    IncidentState(Set<IncidentEvent> allowed) {
        this.allowed = Set.copyOf(allowed);
    }

    /** Whether this can happen now. */
    public boolean allows(IncidentEvent event) {
        return allowed.contains(event);
    }

    /** Whether customers feel it now. */
    public boolean isActive() {
        return this == OPEN || this == TAKEN;
    }

    /** Whether somebody of the shop still has to do something about it. */
    public boolean isUnfinished() {
        return isActive() || this == RESOLVED;
    }
}
