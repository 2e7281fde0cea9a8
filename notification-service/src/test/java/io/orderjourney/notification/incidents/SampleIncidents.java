package io.orderjourney.notification.incidents;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.notification.Fixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The mail of the shop falls silent on a Saturday at eleven; Ewa is called first, Adam after her. */
final class SampleIncidents {

    static final Instant OPENED = Fixtures.at("2026-01-17T11:00");
    static final OnCall EWA = new OnCall("Ewa", "+48600100200", "pl");
    static final OnCall ADAM = new OnCall("Adam", "+48600100300", "en");

    static final IncidentPlan PLAN = new IncidentPlan(
            Duration.ofHours(2),
            Duration.ofMinutes(10),
            List.of(PromiseKind.INQUIRY_REPLY),
            Channel.EMAIL,
            true,
            List.of(IncidentStep.POST_ONLINE, IncidentStep.RESCHEDULE, IncidentStep.FOLLOW_UP),
            List.of(EWA, ADAM));

    private SampleIncidents() {}

    static Incident open(IncidentKind kind) {
        return Incident.opened(
                UUID.randomUUID(),
                kind,
                "the mail does not answer",
                new IncidentScope(PLAN.promiseKinds(), null, null, null, null),
                PLAN,
                new Incident.Opening(OPENED, "heartbeat:mail"));
    }

    static Incident open() {
        return open(IncidentKind.MAIL_DOWN);
    }

    static Incident in(IncidentState state) {
        Incident open = open();
        return switch (state) {
            case OPEN -> open;
            case TAKEN -> open.taken("ewa", OPENED);
            case RESOLVED -> open.taken("ewa", OPENED).resolved(OPENED);
            case CLOSED -> open.taken("ewa", OPENED).resolved(OPENED).closed("another host", OPENED);
            case DISMISSED -> open.dismissed(OPENED);
        };
    }
}
