package io.orderjourney.promises.rest;

import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.promises.DecidedBy;
import io.orderjourney.promises.OptionQuestion;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.PromiseOption;
import io.orderjourney.promises.PromiseOwners;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.promises.usecase.PromiseOptions;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.conditional.Versions;
import io.orderjourney.rest.idempotency.Idempotent;
import io.orderjourney.rest.json.StrictTimes;
import io.orderjourney.rest.problem.FieldError;
import io.orderjourney.rest.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Ask before you promise, and reschedule a promise: the same in every service, each for the promises it owns. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Promises")
public class PromisesResource {

    private final Promises promises;
    private final PromiseOptions ask;
    private final PromiseDesk desk;
    private final CurrentTerms terms;
    private final Caller caller;
    private final String service;

    PromisesResource(
            Promises promises,
            PromiseOptions ask,
            PromiseDesk desk,
            CurrentTerms terms,
            Caller caller,
            @ConfigProperty(name = "journey.service") String service) {
        this.promises = promises;
        this.ask = ask;
        this.desk = desk;
        this.terms = terms;
        this.caller = caller;
        this.service = service;
    }

    /**
     * A request to reschedule a promise.
     *
     * @param dueAt the new due time; for an agreed window, its new start
     * @param note for the shop only
     */
    public record RescheduleRequest(
            @NotNull OffsetDateTime dueAt,
            @NotNull ReasonCode reason,
            @Nullable @Size(max = 1000) String note) {}

    /** What may be promised, earliest first. */
    public record Options(List<PromiseOption> options) {}

    @GET
    @Path("/promise-options")
    @RolesAllowed({
        Roles.STOREFRONT,
        Roles.SALES,
        Roles.CREDIT,
        Roles.WAREHOUSE,
        Roles.PICKUP_POINT,
        Roles.CUSTOMER_CARE,
        Roles.MANAGEMENT
    })
    @Operation(
            operationId = "listPromiseOptions",
            summary = "List promise options",
            description =
                    "Answers from the desk's calendar, its load, the forecast of what the promise waits for and the"
                            + " owner's own knowledge (stock, roster). A requested time that would not hold is refused"
                            + " with the earliest possible time.")
    public Options options(
            @QueryParam("kind") @Schema(implementation = PromiseKind.class) @Nullable String kind,
            @QueryParam("journeyId") @Nullable UUID journeyId,
            @QueryParam("requestedAt") @Schema(implementation = OffsetDateTime.class) @Nullable String requestedAt,
            @QueryParam("language") @Nullable String language,
            @BeanParam OptionDetails details) {
        OffsetDateTime at = requestedAt == null ? null : time(requestedAt);
        PromiseKind wanted = kindOf(kind);
        if (terms.get().kind(wanted).precision() == Precision.WINDOW && journeyId == null) {
            throw Problem.invalidParameter("journeyId", "A window is agreed within a journey: name it.");
        }
        return new Options(ask.options(new OptionQuestion(
                wanted,
                journeyId,
                at == null ? null : at.toInstant(),
                language == null ? "en" : language,
                details.byName())));
    }

    @GET
    @Path("/promises/{id}")
    @RolesAllowed({Roles.SALES, Roles.CREDIT, Roles.WAREHOUSE, Roles.PICKUP_POINT, Roles.CUSTOMER_CARE, Roles.MANAGEMENT
    })
    @Operation(operationId = "getPromise", summary = "Get a promise as this service knows it")
    public RestResponse<PromiseView> one(@PathParam("id") UUID id) {
        return answer(promises.find(id).orElseThrow(PromisesResource::unknown));
    }

    @POST
    @Path("/promises/{id}/reschedule")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Roles.SALES, Roles.CREDIT, Roles.WAREHOUSE, Roles.PICKUP_POINT, Roles.CUSTOMER_CARE, Roles.MANAGEMENT
    })
    @Operation(
            operationId = "reschedulePromise",
            summary = "Reschedule a promise to a new time",
            description =
                    "Asks first whether the new time can be kept. A desk may reschedule one promise once of its own"
                            + " accord; a second reschedule needs a manager. What the customer asked for does not count.")
    public RestResponse<PromiseView> reschedule(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull RescheduleRequest requested) {
        boolean management = caller.has(Roles.MANAGEMENT);
        Instant dueAt = requested.dueAt().toInstant();
        Consumer<Promise> check = promise -> requireAllowed(promise, management, ifMatch);
        try {
            if (requested.reason() == ReasonCode.CUSTOMER_ASKED) {
                return answer(desk.rescheduleForCustomer(id, dueAt, requested.note(), caller.actor(), check));
            }
            return answer(desk.rescheduleTo(
                    id,
                    dueAt,
                    requested.reason(),
                    requested.note(),
                    management ? DecidedBy.MANAGER : DecidedBy.DESK,
                    caller.actor(),
                    check));
        } catch (NoSuchElementException notOurs) {
            throw unknown();
        }
    }

    private void requireAllowed(Promise promise, boolean management, @Nullable String ifMatch) {
        if (!management && !caller.has(promise.desk().name())) {
            throw Problem.forbidden("This promise belongs to the desk " + promise.desk());
        }
        Versions.requireMatch(ifMatch, promise.revision());
    }

    private RestResponse<PromiseView> answer(Promise promise) {
        return RestResponse.ResponseBuilder.ok(
                        PromiseView.of(promise, terms.get().zone()))
                .header("ETag", Versions.etag(promise.revision()))
                .build();
    }

    private PromiseKind kindOf(@Nullable String name) {
        try {
            PromiseKind kind = new PromiseKind(name == null ? "" : name);
            ShopTerms shop = terms.get();
            if (shop.knows(kind) && !PromiseOwners.isOwner(service, kind, shop)) {
                String owner = PromiseOwners.ownerOf(kind, shop);
                throw Problem.notFound("kind-of-another-service", "Ask " + owner + ": it promises " + kind + ".")
                        .with("owner", owner);
            }
            if (shop.knows(kind)) {
                return kind;
            }
        } catch (IllegalArgumentException notAKind) {
            // Said below, for both cases alike.
        }
        throw Problem.invalidParameter("kind", "must be a kind of promise that the shop's policy knows");
    }

    private static OffsetDateTime time(String requestedAt) {
        try {
            return StrictTimes.time(requestedAt);
        } catch (DateTimeException unreadable) {
            throw Problem.unprocessable(
                    "validation",
                    "The requested time cannot be read.",
                    FieldError.in("requestedAt", "invalid", "RFC 3339 with offset"));
        }
    }

    private static Problem unknown() {
        return Problem.notFound("promise-not-found", "This service owns no such promise.");
    }
}
