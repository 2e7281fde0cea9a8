package io.orderjourney.notification.incidents.rest;

import io.orderjourney.notification.incidents.Heartbeat;
import io.orderjourney.notification.incidents.IncidentKind;
import io.orderjourney.notification.incidents.usecase.HeartbeatHandler;
import io.orderjourney.notification.incidents.usecase.ReadIncidents;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.problem.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Monitors outside the shop say that its parts work; when one falls silent, that is an incident. */
@Path("/api/v1/heartbeats")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Incidents")
public class HeartbeatsResource {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private final HeartbeatHandler handler;
    private final ReadIncidents read;
    private final CurrentTerms terms;

    HeartbeatsResource(HeartbeatHandler handler, ReadIncidents read, CurrentTerms terms) {
        this.handler = handler;
        this.read = read;
        this.terms = terms;
    }

    /**
     * What is expected of a heartbeat.
     *
     * @param kind of the incident that its silence is
     * @param partner whose part it watches; absent for the shop's own
     * @param intervalSeconds it speaks at least this often
     */
    @Schema(name = "HeartbeatTerms")
    public record ExpectedBeats(
            @NotNull IncidentKind kind,
            @Nullable @Size(min = 1, max = 60) String partner,
            @Min(10) @Max(86_400) int intervalSeconds) {}

    /** What a monitor saw. */
    @Schema(name = "Beat")
    public record Beat(
            boolean up, @Nullable @Size(max = 300) String detail) {}

    /** A heartbeat, and whether it speaks. */
    @Schema(name = "Heartbeat")
    public record HeartbeatView(
            String name,
            IncidentKind kind,
            @Nullable String partner,
            long intervalSeconds,
            boolean silent,
            @Nullable OffsetDateTime lastAt,
            OffsetDateTime expectedAt,
            @Nullable UUID incidentId) {

        static HeartbeatView of(Heartbeat heartbeat, ZoneId zone) {
            Instant lastAt = heartbeat.lastAt();
            return new HeartbeatView(
                    heartbeat.name(),
                    heartbeat.kind(),
                    heartbeat.partner(),
                    heartbeat.interval().toSeconds(),
                    heartbeat.silent(),
                    lastAt == null ? null : lastAt.atZone(zone).toOffsetDateTime(),
                    heartbeat.expectedBy().atZone(zone).toOffsetDateTime(),
                    heartbeat.incidentId());
        }
    }

    /**
     * A heartbeat with its key.
     *
     * @param key goes into the header Heartbeat-Key of each beat; shown this once
     */
    @Schema(name = "HeartbeatWithKey")
    public record KeyView(HeartbeatView heartbeat, String key) {}

    /** All heartbeats. */
    @Schema(name = "Heartbeats")
    public record HeartbeatList(List<HeartbeatView> items) {}

    @PUT
    @Path("/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.MANAGEMENT, Roles.OPERATOR})
    @Operation(
            operationId = "putHeartbeat",
            summary = "Register a heartbeat, or change it and its key",
            description = "From now on it has to speak. The key is shown this once.")
    public KeyView put(@PathParam("name") String name, @Valid @NotNull ExpectedBeats expected) {
        requireName(name);
        HeartbeatHandler.WithKey made = handler.register(
                name, expected.kind(), expected.partner(), Duration.ofSeconds(expected.intervalSeconds()));
        return new KeyView(HeartbeatView.of(made.heartbeat(), terms.get().zone()), made.key());
    }

    @GET
    @RolesAllowed({Roles.MANAGEMENT, Roles.OPERATOR})
    @Operation(operationId = "listHeartbeats", summary = "List heartbeats, and whether they speak")
    public HeartbeatList list() {
        ZoneId zone = terms.get().zone();
        return new HeartbeatList(read.heartbeats().stream()
                .map(heartbeat -> HeartbeatView.of(heartbeat, zone))
                .toList());
    }

    @DELETE
    @Path("/{name}")
    @RolesAllowed({Roles.MANAGEMENT, Roles.OPERATOR})
    @Operation(operationId = "deleteHeartbeat", summary = "Expect nothing of a heartbeat any more")
    public void delete(@PathParam("name") String name) {
        requireName(name);
        if (!handler.remove(name)) {
            throw Problem.notFound("heartbeat-not-found", "There is no such heartbeat.");
        }
    }

    @POST
    @Path("/{name}/beats")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(
            operationId = "beat",
            summary = "Say that something works, or does not",
            description = "With the key of the heartbeat in the header Heartbeat-Key. Saying it twice changes nothing.")
    public HeartbeatView beat(
            @PathParam("name") String name,
            @HeaderParam("Heartbeat-Key") @Nullable String key,
            @Valid @NotNull Beat beat) {
        requireName(name);
        if (key == null || key.isBlank()) {
            throw noKey();
        }
        try {
            return HeartbeatView.of(
                    handler.beat(name, key, beat.up(), beat.detail()),
                    terms.get().zone());
        } catch (HeartbeatHandler.WrongKey wrong) {
            throw noKey();
        }
    }

    private static Problem noKey() {
        return Problem.forbidden("No heartbeat of this name has this key.");
    }

    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw Problem.invalidParameter("name", "Small letters, digits and hyphens, such as shop-site.");
        }
    }
}
