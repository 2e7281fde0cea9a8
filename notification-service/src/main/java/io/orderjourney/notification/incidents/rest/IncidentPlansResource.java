package io.orderjourney.notification.incidents.rest;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.notification.incidents.IncidentKind;
import io.orderjourney.notification.incidents.IncidentPlan;
import io.orderjourney.notification.incidents.IncidentStep;
import io.orderjourney.notification.incidents.OnCall;
import io.orderjourney.notification.incidents.usecase.IncidentHandler;
import io.orderjourney.notification.incidents.usecase.ReadIncidents;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the shop does when an incident of a kind comes: decided in quiet times, in force at once. */
@Path("/api/v1/incident-plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Incidents")
public class IncidentPlansResource {

    private final IncidentHandler handler;
    private final ReadIncidents read;

    IncidentPlansResource(IncidentHandler handler, ReadIncidents read) {
        this.handler = handler;
        this.read = read;
    }

    /**
     * A plan to put in force.
     *
     * @param updateEvery the next word to the public comes within this time, 10 minutes to 24 hours
     * @param answerWithin after so long the next person is called, 1 minute to 4 hours
     * @param promiseKinds which promises are in danger
     * @param channelDown a channel on which customers are not written to meanwhile
     * @param callOrder who is called, the first one first
     */
    @Schema(name = "NewIncidentPlan")
    public record NewPlan(
            @NotNull Duration updateEvery,
            @NotNull Duration answerWithin,
            @NotNull @Size(max = 20) List<@NotNull PromiseKind> promiseKinds,
            @Nullable Channel channelDown,
            boolean holdsCampaigns,
            @NotNull @Size(max = 20) List<@NotNull IncidentStep> steps,
            @NotNull @Size(max = 20) List<@NotNull @Valid Person> callOrder) {}

    /** Who is called. */
    @Schema(name = "PersonOnCall")
    public record Person(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 16) String phone,
            @NotBlank @Size(max = 10) String language) {}

    /** The plan of each kind. */
    @Schema(name = "IncidentPlans")
    public record Plans(Map<IncidentKind, IncidentPlan> plans) {}

    @GET
    @RolesAllowed({Roles.MANAGEMENT, Roles.OPERATOR})
    @Operation(operationId = "getIncidentPlans", summary = "Get the plan of each kind of incident")
    public Plans plans() {
        return new Plans(read.plans());
    }

    @PUT
    @Path("/{kind}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MANAGEMENT)
    @Operation(
            operationId = "putIncidentPlan",
            summary = "Change the plan of a kind of incident",
            description = "Who is called and in which order, how often the public is told, what has to be done.")
    public IncidentPlan put(@PathParam("kind") IncidentKind kind, @Valid @NotNull NewPlan wanted) {
        try {
            IncidentPlan plan = new IncidentPlan(
                    wanted.updateEvery(),
                    wanted.answerWithin(),
                    wanted.promiseKinds(),
                    wanted.channelDown(),
                    wanted.holdsCampaigns(),
                    wanted.steps(),
                    wanted.callOrder().stream()
                            .map(person -> new OnCall(person.name().strip(), person.phone(), person.language()))
                            .toList());
            handler.put(kind, plan);
            return plan;
        } catch (IllegalArgumentException wrong) {
            throw Problem.unprocessable("plan-invalid", "The plan is invalid: " + wrong.getMessage() + ".");
        }
    }
}
