package io.orderjourney.fulfillment.catalogue.rest;

import io.orderjourney.contracts.Identifiers;
import io.orderjourney.contracts.OneLine;
import io.orderjourney.contracts.state.CatalogueItem;
import io.orderjourney.fulfillment.catalogue.ItemFields;
import io.orderjourney.fulfillment.catalogue.usecase.ChangeItemHandler;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.conditional.Versions;
import io.orderjourney.rest.paging.Cursor;
import io.orderjourney.rest.paging.Page;
import io.orderjourney.rest.paging.PageRequest;
import io.orderjourney.rest.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
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

/** The articles that the shop sells. */
@Path("/api/v1/catalogue")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue")
public class CatalogueResource {

    private final ChangeItemHandler handler;
    private final Caller caller;

    CatalogueResource(ChangeItemHandler handler, Caller caller) {
        this.handler = handler;
        this.caller = caller;
    }

    /** An article as it is to be. */
    @Schema(name = "CatalogueItemRequest")
    public record ItemRequest(
            @NotBlank @Size(max = ItemFields.NAME_MAX) @Pattern(regexp = OneLine.PATTERN, message = OneLine.EXPECTED)
            String name,

            @Nullable
            @Schema(description = "New orders cannot name it; goods that are on their way still come. False if absent")
            Boolean discontinued) {}

    @GET
    @RolesAllowed({
        Roles.STOREFRONT,
        Roles.SALES,
        Roles.WAREHOUSE,
        Roles.PICKUP_POINT,
        Roles.CUSTOMER_CARE,
        Roles.MANAGEMENT
    })
    @Operation(operationId = "listCatalogue", summary = "List the articles, by SKU")
    public Page<CatalogueItem> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        PageRequest page = PageRequest.of("catalogue", limit, cursor);
        return Page.of(
                handler.page(page.after().map(place -> place.text(0)).orElse(null), page.rowsWanted()),
                page,
                item -> Cursor.of(item.sku()));
    }

    @GET
    @Path("/{sku}")
    @RolesAllowed({
        Roles.STOREFRONT,
        Roles.SALES,
        Roles.WAREHOUSE,
        Roles.PICKUP_POINT,
        Roles.CUSTOMER_CARE,
        Roles.MANAGEMENT
    })
    @Operation(operationId = "getCatalogueItem", summary = "Get an article")
    @APIResponseSchema(value = CatalogueItem.class, responseDescription = "With its revision as entity tag")
    public RestResponse<CatalogueItem> show(@PathParam("sku") @Pattern(regexp = Identifiers.SKU) String sku) {
        return response(
                RestResponse.Status.OK,
                handler.find(sku)
                        .orElseThrow(() -> Problem.notFound("article-not-found", "There is no such article.")));
    }

    @PUT
    @Path("/{sku}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.MANAGEMENT, Roles.STOREFRONT})
    @Operation(
            operationId = "putCatalogueItem",
            summary = "Add an article, or change one",
            description = "A new SKU adds an article. A change needs If-Match.")
    @RequestBody(content = @Content(examples = @ExampleObject(name = "a phone", value = "{\"name\": \"Phone S5\"}")))
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = CatalogueItem.class)))
    @APIResponse(
            responseCode = "200",
            description = "Changed, with its new revision",
            content = @Content(schema = @Schema(implementation = CatalogueItem.class)))
    public RestResponse<CatalogueItem> put(
            @PathParam("sku") @Pattern(regexp = Identifiers.SKU) String sku,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ItemRequest wanted) {
        ChangeItemHandler.Changed changed = handler.put(
                sku,
                wanted.name(),
                Boolean.TRUE.equals(wanted.discontinued()),
                revision -> Versions.requireMatch(ifMatch, revision),
                caller.actor());
        return response(changed.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK, changed.item());
    }

    private static RestResponse<CatalogueItem> response(RestResponse.Status status, CatalogueItem item) {
        return RestResponse.ResponseBuilder.create(status, item)
                .header("ETag", Versions.etag(item.revision()))
                .build();
    }
}
