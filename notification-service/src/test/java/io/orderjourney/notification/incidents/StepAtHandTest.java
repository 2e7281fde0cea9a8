package io.orderjourney.notification.incidents;

import static io.orderjourney.notification.incidents.SampleIncidents.OPENED;
import static io.orderjourney.notification.incidents.SampleIncidents.PLAN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StepAtHandTest {

    private static final Set<IncidentStep> NONE = EnumSet.noneOf(IncidentStep.class);
    private static final Set<IncidentStep> ALL = EnumSet.allOf(IncidentStep.class);

    @Test
    void somebody_takes_it_works_through_the_plan_ends_it_and_closes_it() {
        Incident taken = SampleIncidents.in(IncidentState.TAKEN);

        assertThat(of(SampleIncidents.open(), NONE)).isEqualTo(new StepAtHand(IncidentEvent.TAKE, null));
        assertThat(of(taken, NONE)).isEqualTo(step(IncidentStep.POST_ONLINE));
        assertThat(of(taken, EnumSet.of(IncidentStep.POST_ONLINE))).isEqualTo(step(IncidentStep.RESCHEDULE));
        assertThat(of(taken, EnumSet.of(IncidentStep.POST_ONLINE, IncidentStep.RESCHEDULE)))
                .isEqualTo(new StepAtHand(IncidentEvent.RESOLVE, null));
        Incident resolved = SampleIncidents.in(IncidentState.RESOLVED);
        assertThat(of(resolved, EnumSet.of(IncidentStep.POST_ONLINE, IncidentStep.RESCHEDULE)))
                .isEqualTo(step(IncidentStep.FOLLOW_UP));
        assertThat(of(resolved, ALL)).isEqualTo(new StepAtHand(IncidentEvent.CLOSE, null));
        assertThat(of(SampleIncidents.in(IncidentState.CLOSED), ALL)).isNull();
        assertThat(of(SampleIncidents.in(IncidentState.DISMISSED), NONE)).isNull();
    }

    @Test
    void a_word_to_the_public_that_is_due_soon_comes_before_everything_else() {
        Incident taken = SampleIncidents.in(IncidentState.TAKEN);
        Instant warnAt = OPENED.plus(Duration.ofMinutes(90));

        assertThat(StepAtHand.of(taken, PLAN, NONE, warnAt.minusMillis(1))).isEqualTo(step(IncidentStep.POST_ONLINE));
        assertThat(StepAtHand.of(taken, PLAN, NONE, warnAt)).isEqualTo(new StepAtHand(IncidentEvent.UPDATE, null));
    }

    private static StepAtHand of(Incident incident, Set<IncidentStep> done) {
        return StepAtHand.of(incident, PLAN, done, OPENED);
    }

    private static StepAtHand step(IncidentStep step) {
        return new StepAtHand(IncidentEvent.STEP_DONE, step);
    }
}
