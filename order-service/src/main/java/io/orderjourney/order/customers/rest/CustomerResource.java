package io.orderjourney.order.customers.rest;

import io.orderjourney.order.customers.Customer;
import io.orderjourney.order.customers.Customers;
import io.orderjourney.order.customers.usecase.UpdateContactHandler;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.conditional.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How customers are reached: the storefront changes it, customer care reads and corrects it. */
@Path("/api/v1/customers/{customerId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
public class CustomerResource {

    private final Customers customers;
    private final UpdateContactHandler contacts;

    CustomerResource(Customers customers, UpdateContactHandler contacts) {
        this.customers = customers;
        this.contacts = contacts;
    }

    @GET
    @RolesAllowed({Roles.STOREFRONT, Roles.CUSTOMER_CARE})
    @Operation(operationId = "getCustomerContact", summary = "Get how a customer is reached")
    public RestResponse<ContactView> get(@PathParam("customerId") UUID customerId) {
        return response(customers.find(customerId).orElseThrow(() -> new Customer.NotFound(customerId)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.STOREFRONT, Roles.CUSTOMER_CARE})
    @Operation(
            operationId = "updateCustomerContact",
            summary = "Change how a customer is reached",
            description = "The whole contact is replaced. The other services have it a moment later; messages that are"
                    + " not sent yet go to the new address.")
    public RestResponse<ContactView> update(
            @PathParam("customerId") UUID customerId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ContactRequest request) {
        return response(
                contacts.change(request.toContact(customerId), version -> Versions.requireMatch(ifMatch, version)));
    }

    private static RestResponse<ContactView> response(Customer customer) {
        return RestResponse.ResponseBuilder.ok(ContactView.of(customer.contact()))
                .header(HttpHeaders.ETAG, Versions.etag(customer.version()))
                .build();
    }
}
