package io.orderjourney.notification.incidents;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one thing to do next about an incident: what its page offers first.
 *
 * @param event what to record when it is done
 * @param step which step of the plan; only with STEP_DONE
 */
public record StepAtHand(IncidentEvent event, @Nullable IncidentStep step) {

    /** Empty of choice: of several things that could be done, the one that customers wait for most. */
    public static @Nullable StepAtHand of(Incident incident, IncidentPlan plan, Set<IncidentStep> done, Instant now) {
        return switch (incident.state()) {
            case OPEN -> new StepAtHand(IncidentEvent.TAKE, null);
            case TAKEN ->
                isWordDue(incident, plan, now)
                        ? new StepAtHand(IncidentEvent.UPDATE, null)
                        : nextStep(plan, done, true, IncidentEvent.RESOLVE);
            case RESOLVED -> nextStep(plan, done, false, IncidentEvent.CLOSE);
            case CLOSED, DISMISSED -> null;
        };
    }

    private static boolean isWordDue(Incident incident, IncidentPlan plan, Instant now) {
        Instant nextUpdateAt = incident.progress().nextUpdateAt();
        return nextUpdateAt != null && !now.isBefore(CallOut.warnAt(nextUpdateAt, plan.updateEvery()));
    }

    /** Looking back has its time when the trouble is over. */
    private static StepAtHand nextStep(
            IncidentPlan plan, Set<IncidentStep> done, boolean active, IncidentEvent otherwise) {
        return plan.steps().stream()
                .filter(step -> !done.contains(step) && !(active && step == IncidentStep.FOLLOW_UP))
                .findFirst()
                .map(step -> new StepAtHand(IncidentEvent.STEP_DONE, step))
                .orElse(new StepAtHand(otherwise, null));
    }
}
