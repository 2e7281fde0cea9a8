package io.orderjourney.notification.incidents;

import static io.orderjourney.notification.incidents.SampleIncidents.ADAM;
import static io.orderjourney.notification.incidents.SampleIncidents.EWA;
import static io.orderjourney.notification.incidents.SampleIncidents.OPENED;
import static io.orderjourney.notification.incidents.SampleIncidents.PLAN;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.notification.incidents.CallOut.Next;
import io.orderjourney.notification.incidents.CallOut.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallOutTest {

    private static final Duration ANSWER_WITHIN = PLAN.answerWithin();
    private static final Instant WORD_DUE = OPENED.plus(PLAN.updateEvery());

    @Test
    void the_first_in_the_list_is_called_at_once_and_the_next_when_nobody_answers() {
        Incident incident = SampleIncidents.open();

        assertThat(next(incident)).isEqualTo(new Next(OPENED, Reason.NOBODY_LEADS, EWA));
        incident = called(incident);
        assertThat(next(incident)).isEqualTo(new Next(OPENED.plus(ANSWER_WITHIN), Reason.NOBODY_LEADS, ADAM));
        incident = called(incident);
        assertThat(next(incident))
                .isEqualTo(new Next(OPENED.plus(ANSWER_WITHIN.multipliedBy(2)), Reason.NOBODY_LEADS, EWA));
    }

    @Test
    void who_cannot_be_called_is_passed_over_but_a_round_that_fails_is_not_repeated_at_once() {
        Incident first = called(SampleIncidents.open());
        Incident passedOver = first.with(first.callOut().failed());
        assertThat(next(passedOver)).isEqualTo(new Next(OPENED, Reason.NOBODY_LEADS, ADAM));

        Incident second = called(passedOver);
        assertThat(next(second.with(second.callOut().failed())))
                .isEqualTo(new Next(OPENED.plus(ANSWER_WITHIN), Reason.NOBODY_LEADS, EWA));
    }

    @Test
    void nobody_is_called_once_somebody_leads_it_or_it_is_over() {
        Incident taken = called(SampleIncidents.open()).taken("ewa", OPENED);

        assertThat(next(taken).reason()).isEqualTo(Reason.UPDATE_DUE);
        assertThat(CallOut.next(taken.resolved(OPENED), PLAN)).isEmpty();
        assertThat(CallOut.next(SampleIncidents.open().dismissed(OPENED), PLAN)).isEmpty();
    }

    @Test
    void the_word_to_the_public_is_warned_of_missed_and_then_asked_of_everybody() {
        Incident incident = SampleIncidents.in(IncidentState.TAKEN);
        List<Next> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(next(incident));
            incident = called(incident);
        }

        assertThat(all)
                .containsExactly(
                        new Next(WORD_DUE.minus(Duration.ofMinutes(30)), Reason.UPDATE_DUE, EWA),
                        new Next(WORD_DUE, Reason.UPDATE_MISSED, EWA),
                        new Next(WORD_DUE.plus(ANSWER_WITHIN), Reason.UPDATE_MISSED, EWA),
                        new Next(WORD_DUE.plus(ANSWER_WITHIN.multipliedBy(2)), Reason.UPDATE_MISSED, ADAM));
    }

    @Test
    void a_word_given_in_time_begins_again() {
        Incident warned = called(SampleIncidents.in(IncidentState.TAKEN));
        Instant at = WORD_DUE.minusMillis(1);

        Next after = next(warned.updated(at.plus(PLAN.updateEvery()), PLAN, at));

        assertThat(after.reason()).isEqualTo(Reason.UPDATE_DUE);
        assertThat(after.at()).isEqualTo(at.plus(Duration.ofMinutes(90)));
    }

    @Test
    void without_anybody_to_call_it_is_written_down() {
        IncidentPlan alone = new IncidentPlan(
                PLAN.updateEvery(), ANSWER_WITHIN, PLAN.promiseKinds(), null, false, PLAN.steps(), List.of());

        Incident open = SampleIncidents.open();
        Next warning = CallOut.next(open, alone).orElseThrow();
        assertThat(warning.person()).isNull();
        Incident warned = open.with(open.callOut().after(warning, warning.at()));
        Next missed = CallOut.next(warned, alone).orElseThrow();
        assertThat(missed.reason()).isEqualTo(Reason.UPDATE_MISSED);
        assertThat(CallOut.next(warned.with(warned.callOut().after(missed, missed.at())), alone))
                .isEmpty();
    }

    @Test
    void calls_come_to_an_end() {
        Incident incident = SampleIncidents.open();
        while (CallOut.next(incident, PLAN).isPresent()) {
            incident = called(incident);
            assertThat(incident.callOut().calls()).isLessThanOrEqualTo(CallOut.CALLS_MAX);
        }

        assertThat(incident.callOut().calls()).isEqualTo(CallOut.CALLS_MAX);
    }

    private static Next next(Incident incident) {
        return CallOut.next(incident, PLAN).orElseThrow();
    }

    private static Incident called(Incident incident) {
        Next next = next(incident);
        return incident.with(incident.callOut().after(next, next.at()));
    }
}
