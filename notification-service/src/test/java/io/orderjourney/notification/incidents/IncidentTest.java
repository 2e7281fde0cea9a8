package io.orderjourney.notification.incidents;

import static io.orderjourney.notification.incidents.SampleIncidents.OPENED;
import static io.orderjourney.notification.incidents.SampleIncidents.PLAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every state of an incident, and every event. */
class IncidentTest {

    private static final Instant NOW = OPENED.plusSeconds(60);

    /** What follows each event in each state; a dash: it is refused. */
    @ParameterizedTest
    @CsvSource(delimiterString = "|", useHeadersInDisplayName = true, textBlock = """
            state     | TAKE  | UPDATE | STEP_DONE | RESOLVE  | REOPEN | CLOSE  | DISMISS
            OPEN      | TAKEN | -      | -         | RESOLVED | -      | -      | DISMISSED
            TAKEN     | TAKEN | TAKEN  | TAKEN     | RESOLVED | -      | -      | DISMISSED
            RESOLVED  | -     | -      | RESOLVED  | -        | TAKEN  | CLOSED | -
            CLOSED    | -     | -      | -         | -        | -      | -      | -
            DISMISSED | -     | -      | -         | -        | -      | -      | -
            """)
    void every_event_in_every_state(
            IncidentState state,
            String take,
            String update,
            String stepDone,
            String resolve,
            String reopen,
            String close,
            String dismiss) {
        String[] expected = {take, update, stepDone, resolve, reopen, close, dismiss};
        for (IncidentEvent event : IncidentEvent.values()) {
            Incident before = SampleIncidents.in(state);
            String after = expected[event.ordinal()];
            assertThat(before.state()).isEqualTo(state);
            assertThat(state.allows(event)).as(state + " " + event).isEqualTo(!after.equals("-"));
            if (after.equals("-")) {
                assertThatThrownBy(() -> happens(event, before))
                        .isInstanceOf(Incident.Refused.class)
                        .hasMessageContainingAll(state.name(), event.name());
            } else {
                assertThat(happens(event, before).state())
                        .as(state + " " + event)
                        .hasToString(after);
            }
        }
    }

    private static Incident happens(IncidentEvent event, Incident incident) {
        return switch (event) {
            case TAKE -> incident.taken("adam", NOW);
            case UPDATE -> incident.updated(NOW.plus(PLAN.updateEvery()), PLAN, NOW);
            case STEP_DONE -> incident.stepDone();
            case RESOLVE -> incident.resolved(NOW);
            case REOPEN -> incident.reopened(PLAN.updateEvery(), NOW);
            case CLOSE -> incident.closed("another host", NOW);
            case DISMISS -> incident.dismissed(NOW);
        };
    }

    @Test
    void one_that_nobody_led_is_open_again_when_it_is_reopened() {
        Incident back = SampleIncidents.open().resolved(NOW).reopened(PLAN.updateEvery(), NOW);

        assertThat(back.state()).isEqualTo(IncidentState.OPEN);
        assertThat(back.progress().nextUpdateAt()).isEqualTo(NOW.plus(PLAN.updateEvery()));
    }

    @Test
    void the_first_word_to_the_public_is_promised_with_the_incident_and_the_last_one_ends_it() {
        assertThat(SampleIncidents.open().progress().nextUpdateAt()).isEqualTo(OPENED.plus(Duration.ofHours(2)));
        assertThat(SampleIncidents.open().resolved(NOW).progress().nextUpdateAt())
                .isNull();
    }

    @Test
    void the_next_word_comes_after_now_and_within_the_time_of_the_plan() {
        Incident taken = SampleIncidents.in(IncidentState.TAKEN);
        Instant latest = NOW.plus(PLAN.updateEvery());

        assertThat(taken.updated(NOW.plusMillis(1), PLAN, NOW).progress().nextUpdateAt())
                .isEqualTo(NOW.plusMillis(1));
        assertThat(taken.updated(latest, PLAN, NOW).progress().nextUpdateAt()).isEqualTo(latest);
        assertThatIllegalArgumentException().isThrownBy(() -> taken.updated(NOW, PLAN, NOW));
        assertThatIllegalArgumentException().isThrownBy(() -> taken.updated(latest.plusMillis(1), PLAN, NOW));
    }

    @Test
    void it_is_closed_with_its_lessons_only() {
        Incident resolved = SampleIncidents.in(IncidentState.RESOLVED);

        assertThatIllegalArgumentException().isThrownBy(() -> resolved.closed(" \n", NOW));
        assertThat(resolved.closed(" another host ", NOW).progress().lessons()).isEqualTo("another host");
    }

    @ParameterizedTest
    @EnumSource(IncidentState.class)
    void customers_feel_it_until_it_is_resolved(IncidentState state) {
        assertThat(state.isActive()).isEqualTo(state == IncidentState.OPEN || state == IncidentState.TAKEN);
        assertThat(state.isUnfinished()).isEqualTo(state.isActive() || state == IncidentState.RESOLVED);
    }
}
