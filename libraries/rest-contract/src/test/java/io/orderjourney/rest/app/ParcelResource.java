package io.orderjourney.rest.app;

import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.conditional.Versions;
import io.orderjourney.rest.idempotency.Idempotent;
import io.orderjourney.rest.paging.Cursor;
import io.orderjourney.rest.paging.Page;
import io.orderjourney.rest.paging.PageRequest;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.webhook.WebhookSignature;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/parcels")
public class ParcelResource {

    public static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3";

    private final Parcels parcels;
    private final Caller caller;
    private final WebhookSignature signature = WebhookSignature.of(SECRET);

    ParcelResource(Parcels parcels, Caller caller) {
        this.parcels = parcels;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.STOREFRONT, Roles.SALES})
    public RestResponse<ParcelView> send(@QueryParam("x") @Nullable String x, @Valid SendParcel request)
            throws SQLException {
        long id = parcels.add(request.name());
        if (request.name().equals("REFUSED")) {
            throw new LostParcel("secret words");
        }
        if (request.name().equals("RETURNED-409")) {
            return RestResponse.status(RestResponse.Status.CONFLICT);
        }
        if (request.name().equals("SLOW")) {
            parcels.sleep(1.5);
        }
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, new ParcelView(id, request.name(), 1))
                .location(URI.create("/api/v1/parcels/" + id))
                .header(HttpHeaders.ETAG, Versions.etag(1))
                .build();
    }

    @POST
    @Path("/plain")
    @Idempotent
    @ResponseStatus(202)
    @RolesAllowed(Roles.STOREFRONT)
    public ParcelView sendPlain(@Valid SendParcel request) throws SQLException {
        return new ParcelView(parcels.add(request.name()), request.name(), 1);
    }

    @POST
    @Path("/nothing")
    @Idempotent
    @RolesAllowed(Roles.STOREFRONT)
    public void nothing() throws SQLException {
        parcels.add("NOTHING");
    }

    @POST
    @Path("/items")
    @RolesAllowed(Roles.STOREFRONT)
    public int items(List<SendParcel.@Valid Item> items) {
        return items.size();
    }

    @POST
    @Path("/free")
    @RolesAllowed(Roles.STOREFRONT)
    public Map<String, Object> free(Map<String, Object> anything) {
        return anything;
    }

    @GET
    @RolesAllowed({Roles.STOREFRONT, Roles.SALES})
    public Page<ParcelView> list(
            @QueryParam("name") @NotBlank String name,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor)
            throws SQLException {
        PageRequest page = PageRequest.of("parcels?name=" + name, limit, cursor);
        long after = page.after().map(place -> place.number(0)).orElse(0L);
        return Page.of(parcels.after(name, after, page.rowsWanted()), page, parcel -> Cursor.of(parcel.id()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.STOREFRONT, Roles.SALES})
    public RestResponse<ParcelView> show(@PathParam("id") long id) throws SQLException {
        ParcelView parcel = parcels.find(id).orElseThrow(ParcelResource::unknown);
        return RestResponse.ResponseBuilder.ok(parcel)
                .header(HttpHeaders.ETAG, Versions.etag(parcel.version()))
                .build();
    }

    @PUT
    @Path("/{id}/name")
    @Transactional
    @RolesAllowed(Roles.SALES)
    public RestResponse<ParcelView> rename(
            @PathParam("id") long id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid SendParcel request)
            throws SQLException {
        ParcelView parcel = parcels.find(id).orElseThrow(ParcelResource::unknown);
        Versions.requireMatch(ifMatch, parcel.version());
        parcels.rename(id, request.name());
        return RestResponse.ResponseBuilder.ok(new ParcelView(id, request.name(), parcel.version() + 1))
                .header(HttpHeaders.ETAG, Versions.etag(parcel.version() + 1))
                .build();
    }

    @GET
    @Path("/kinds")
    @RolesAllowed(Roles.STOREFRONT)
    public Map<String, String> typed(
            @QueryParam("size") SendParcel.@Nullable Size3 size,
            @QueryParam("day") @Nullable LocalDate day,
            @QueryParam("reference") @Nullable UUID reference,
            @QueryParam("count") @Nullable Integer count,
            @QueryParam("number") long number) {
        return Map.of("size", String.valueOf(size));
    }

    @GET
    @Path("/by-reference/{reference}")
    @RolesAllowed(Roles.STOREFRONT)
    public UUID byReference(@PathParam("reference") UUID reference) {
        return reference;
    }

    @GET
    @Path("/actor")
    @RolesAllowed({Roles.SALES, Roles.STOREFRONT})
    public Map<String, String> actor(@QueryParam("x") @Nullable String x) {
        return Map.of("actor", caller.actor());
    }

    @POST
    @Path("/signed")
    @PermitAll
    public Map<String, Object> signed(@Context HttpServerRequest request, byte[] body) {
        return Map.of("id", signature.verify(request, body).id(), "length", body.length);
    }

    @GET
    @Path("/unannotated")
    public String unannotated() {
        return "open by accident";
    }

    @GET
    @Path("/faults/{kind}")
    @RolesAllowed(Roles.SALES)
    public String fault(@PathParam("kind") String kind) throws SQLException {
        switch (kind) {
            case "unexpected" -> throw new IllegalStateException("select secret from parcel");
            case "slow" -> parcels.sleep(4);
            case "promise" ->
                throw Problem.refusedPromise("Too soon.", OffsetDateTime.parse("2026-03-02T10:00:00+01:00"));
            case "lost" -> throw new LostParcel("secret words");
            case "sql" -> throw new IllegalStateException(new SQLException("insert into secret", "23505"));
            default -> throw unknown();
        }
        return kind;
    }

    private static Problem unknown() {
        return Problem.notFound("parcel-unknown", "There is no such parcel.");
    }
}
