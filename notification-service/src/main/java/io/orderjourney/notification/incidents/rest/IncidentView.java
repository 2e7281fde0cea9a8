package io.orderjourney.notification.incidents.rest;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.notification.incidents.Incident;
import io.orderjourney.notification.incidents.IncidentEntry;
import io.orderjourney.notification.incidents.IncidentEvent;
import io.orderjourney.notification.incidents.IncidentKind;
import io.orderjourney.notification.incidents.IncidentState;
import io.orderjourney.notification.incidents.IncidentStep;
import io.orderjourney.notification.incidents.StepAtHand;
import io.orderjourney.notification.incidents.usecase.ReadIncidents;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An incident.
 *
 * @param number by which people name it
 * @param openedBy a person, or the heartbeat that fell silent
 * @param takenBy who leads it
 * @param nextUpdateAt by when the public hears the next word
 */
@Schema(name = "Incident")
record IncidentView(
        UUID id,
        long number,
        IncidentKind kind,
        IncidentState state,
        String title,
        IncidentView.Scope scope,
        @Nullable Channel channelDown,
        boolean holdsCampaigns,
        OffsetDateTime openedAt,
        String openedBy,
        @Nullable OffsetDateTime takenAt,
        @Nullable String takenBy,
        @Nullable OffsetDateTime nextUpdateAt,
        @Nullable OffsetDateTime resolvedAt,
        @Nullable OffsetDateTime closedAt,
        @Nullable String lessons) {

    /** Which open promises it puts in danger. */
    @Schema(name = "IncidentScope")
    record Scope(
            List<PromiseKind> promiseKinds,
            @Nullable String partner,
            @Nullable String pickupPoint,
            @Nullable OffsetDateTime dueFromAt,
            @Nullable OffsetDateTime dueUntilAt) {}

    /**
     * An incident with what was done about it.
     *
     * @param nextEvent what to record next; absent if nothing is left to do
     * @param nextStep with STEP_DONE: which step of the plan
     * @param doneSteps which steps of the plan are done
     * @param log the newest line first, at most 200
     */
    @Schema(name = "IncidentWithLog")
    record WithLog(
            IncidentView incident,
            @Nullable IncidentEvent nextEvent,
            @Nullable IncidentStep nextStep,
            List<IncidentStep> doneSteps,
            List<Entry> log) {}

    /**
     * A line of the log.
     *
     * @param text of a call the person, of STEP_DONE the step
     * @param detail what came of it
     */
    @Schema(name = "IncidentEntry")
    record Entry(
            OffsetDateTime loggedAt,
            IncidentEntry.What what,
            String by,
            String text,
            @Nullable String detail) {}

    static IncidentView of(Incident incident, ZoneId zone) {
        Incident.Progress progress = incident.progress();
        return new IncidentView(
                incident.id(),
                incident.number(),
                incident.kind(),
                incident.state(),
                incident.title(),
                new Scope(
                        incident.scope().kinds(),
                        incident.scope().partner(),
                        incident.scope().pickupPoint(),
                        time(incident.scope().dueFromAt(), zone),
                        time(incident.scope().dueUntilAt(), zone)),
                incident.effect().channelDown(),
                incident.effect().holdsCampaigns(),
                incident.opening().at().atZone(zone).toOffsetDateTime(),
                incident.opening().by(),
                time(progress.takenAt(), zone),
                progress.takenBy(),
                time(progress.nextUpdateAt(), zone),
                time(progress.resolvedAt(), zone),
                time(progress.closedAt(), zone),
                progress.lessons());
    }

    static WithLog of(ReadIncidents.Found found, ZoneId zone) {
        StepAtHand atHand = found.atHand();
        return new WithLog(
                of(found.incident(), zone),
                atHand == null ? null : atHand.event(),
                atHand == null ? null : atHand.step(),
                List.copyOf(found.doneSteps()),
                found.log().stream()
                        .map(entry -> new Entry(
                                entry.at().atZone(zone).toOffsetDateTime(),
                                entry.what(),
                                entry.by(),
                                entry.text(),
                                entry.detail()))
                        .toList());
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at, ZoneId zone) {
        return at == null ? null : at.atZone(zone).toOffsetDateTime();
    }
}
