package io.orderjourney.fulfillment.points.rest;

import io.orderjourney.contracts.Identifiers;
import io.orderjourney.contracts.OneLine;
import io.orderjourney.contracts.state.PickupPoint;
import io.orderjourney.fulfillment.points.PointFields;
import io.orderjourney.fulfillment.points.usecase.ChangePointHandler;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.conditional.Versions;
import io.orderjourney.rest.problem.FieldError;
import io.orderjourney.rest.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The pickup points of the shop: where they are, when they are open, and how many customers can come in an hour. */
@Path("/api/v1/pickup-points")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Pickup points")
public class PickupPointsResource {

    private static final String EXAMPLE = """
            {"name": "Warszawa Śródmieście", "street": "ul. Krucza 16", "postalCode": "00-526", "city": "Warszawa",
             "country": "PL", "phone": "+48221000040", "hours": "Mon-Fri 09:00-20:00; Sat 10:00-18:00",
             "closures": ["2026-12-31"], "slotsPerHour": 6, "counter": true}
            """;

    private final ChangePointHandler handler;
    private final Caller caller;

    PickupPointsResource(ChangePointHandler handler, Caller caller) {
        this.handler = handler;
        this.caller = caller;
    }

    /** A pickup point as it is to be. */
    @Schema(name = "PickupPointRequest")
    public record PointRequest(
            @NotBlank @Size(max = PointFields.NAME_MAX) @Pattern(regexp = OneLine.PATTERN, message = OneLine.EXPECTED)
            String name,

            @NotBlank
            @Size(max = PointFields.STREET_MAX)
            @Pattern(regexp = OneLine.PATTERN, message = OneLine.EXPECTED)
            @Schema(description = "With the number of the house")
            String street,

            @NotBlank
            @Size(max = PointFields.POSTAL_CODE_MAX)
            @Pattern(regexp = OneLine.PATTERN, message = OneLine.EXPECTED)
            String postalCode,

            @NotBlank @Size(max = PointFields.CITY_MAX) @Pattern(regexp = OneLine.PATTERN, message = OneLine.EXPECTED)
            String city,

            @NotNull @Pattern(regexp = PointFields.COUNTRY, message = "must be an ISO 3166 code of two letters")
            String country,

            @NotNull @Pattern(regexp = PointFields.PHONE, message = "must be a number with country code")
            String phone,

            @Nullable
            @Size(min = 1, max = PointFields.HOURS_MAX)
            @Schema(
                    description = "In the shop's zone; those of the policy if absent",
                    examples = "Mon-Fri 09:00-20:00; Sat 10:00-18:00")
            String hours,

            @Nullable
            @Pattern(regexp = "^[A-Za-z]{2}$", message = "must be an ISO 3166 code of two letters")
            @Schema(description = "The country whose public holidays it keeps; those of the shop if absent")
            String holidaysOf,

            @NotNull
            @Size(max = PointFields.CLOSURES_MAX)
            @Schema(description = "Days on which it is closed besides those of the shop")
            List<@NotNull LocalDate> closures,

            @NotNull
            @Min(1)
            @Max(PointFields.SLOTS_MAX)
            @Schema(description = "How many customers may agree on a time that begins within one hour of the clock")
            Integer slotsPerHour,

            @NotNull @Schema(description = "Whether customers collect goods here")
            Boolean counter) {

        PickupPoint toPoint(String code) {
            return new PickupPoint(
                    0,
                    code,
                    name,
                    street,
                    postalCode,
                    city,
                    country,
                    phone,
                    hours,
                    holidaysOf,
                    closures,
                    slotsPerHour,
                    counter,
                    false);
        }
    }

    /** All points. */
    @Schema(name = "PickupPointList")
    public record PointList(List<PickupPoint> items) {}

    @GET
    @RolesAllowed({
        Roles.STOREFRONT,
        Roles.SALES,
        Roles.CREDIT,
        Roles.WAREHOUSE,
        Roles.PICKUP_POINT,
        Roles.CUSTOMER_CARE,
        Roles.MANAGEMENT
    })
    @Operation(operationId = "listPickupPoints", summary = "List the pickup points, by code")
    public PointList list() {
        return new PointList(handler.all());
    }

    @GET
    @Path("/{code}")
    @RolesAllowed({
        Roles.STOREFRONT,
        Roles.SALES,
        Roles.CREDIT,
        Roles.WAREHOUSE,
        Roles.PICKUP_POINT,
        Roles.CUSTOMER_CARE,
        Roles.MANAGEMENT
    })
    @Operation(operationId = "getPickupPoint", summary = "Get a pickup point")
    @APIResponseSchema(value = PickupPoint.class, responseDescription = "With its revision as entity tag")
    public RestResponse<PickupPoint> show(@PathParam("code") @Pattern(regexp = Identifiers.PICKUP_POINT) String code) {
        return response(RestResponse.Status.OK, handler.find(code).orElseThrow(PickupPointsResource::unknown));
    }

    @PUT
    @Path("/{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MANAGEMENT)
    @Operation(
            operationId = "putPickupPoint",
            summary = "Open a pickup point, or change one",
            description = "A new code opens a point. A change needs If-Match; one of a closed point opens it again. All"
                    + " services take it over. No date that was promised is rewritten; what is promised from now on keeps"
                    + " the point's own hours, holidays and capacity.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "a counter in the city", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Opened",
            content = @Content(schema = @Schema(implementation = PickupPoint.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed, with its new revision",
            content = @Content(schema = @Schema(implementation = PickupPoint.class)))
    public RestResponse<PickupPoint> put(
            @PathParam("code") @Pattern(regexp = Identifiers.PICKUP_POINT) String code,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull PointRequest wanted) {
        try {
            ChangePointHandler.Changed changed = handler.put(
                    wanted.toPoint(code), revision -> Versions.requireMatch(ifMatch, revision), caller.actor());
            return response(changed.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK, changed.point());
        } catch (ChangePointHandler.InvalidPoint invalid) {
            throw Problem.validation(FieldError.at(
                    "/" + invalid.violation().field(),
                    "invalid",
                    invalid.violation().flaw().what()));
        }
    }

    @POST
    @Path("/{code}/closing")
    @RolesAllowed(Roles.MANAGEMENT)
    @Operation(
            operationId = "closePickupPoint",
            summary = "Close a pickup point for good",
            description = "It takes no new orders; those that name it already are carried out there.")
    @APIResponseSchema(value = PickupPoint.class, responseDescription = "Closed")
    public RestResponse<PickupPoint> close(
            @PathParam("code") @Pattern(regexp = Identifiers.PICKUP_POINT) String code,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        try {
            return response(
                    RestResponse.Status.OK,
                    handler.close(code, revision -> Versions.requireMatch(ifMatch, revision), caller.actor()));
        } catch (NoSuchElementException none) {
            throw unknown();
        }
    }

    private static Problem unknown() {
        return Problem.notFound("pickup-point-not-found", "There is no such pickup point.");
    }

    private static RestResponse<PickupPoint> response(RestResponse.Status status, PickupPoint point) {
        return RestResponse.ResponseBuilder.create(status, point)
                .header("ETag", Versions.etag(point.revision()))
                .build();
    }
}
