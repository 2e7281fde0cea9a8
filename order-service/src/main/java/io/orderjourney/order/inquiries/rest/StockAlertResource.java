package io.orderjourney.order.inquiries.rest;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.orderjourney.contracts.Identifiers;
import io.orderjourney.contracts.InquiryChannel;
import io.orderjourney.contracts.orders.WantedGoods;
import io.orderjourney.order.catalogue.usecase.RequireOrderable;
import io.orderjourney.order.customers.rest.ContactRequest;
import io.orderjourney.order.inquiries.usecase.InquirySettings;
import io.orderjourney.order.inquiries.usecase.ReadInquiries;
import io.orderjourney.order.inquiries.usecase.ReceiveInquiryHandler;
import io.orderjourney.order.inquiries.usecase.ReceiveInquiryHandler.NewInquiry;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.idempotency.Idempotent;
import io.orderjourney.rest.problem.FieldError;
import io.orderjourney.rest.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Customers who want to be told when an article is there again. */
@Path("/api/v1/stock-alerts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Inquiries")
public class StockAlertResource {

    private final ReceiveInquiryHandler receive;
    private final ReadInquiries inquiries;
    private final RequireOrderable orderable;
    private final InquirySettings settings;
    private final CurrentTerms terms;
    private final Caller caller;
    private final TimeBasedEpochGenerator customerIds = Generators.timeBasedEpochGenerator();

    StockAlertResource(
            ReceiveInquiryHandler receive,
            ReadInquiries inquiries,
            RequireOrderable orderable,
            InquirySettings settings,
            CurrentTerms terms,
            Caller caller) {
        this.receive = receive;
        this.inquiries = inquiries;
        this.orderable = orderable;
        this.settings = settings;
        this.terms = terms;
        this.caller = caller;
    }

    /** Which article, where, and who waits for it. */
    @Schema(description = "Which article, where, and who waits for it; with customerId or customer")
    record StockAlertRequest(
            @NotNull
            @Pattern(regexp = Identifiers.CODE, message = Identifiers.MUST_BE_CODE)
            @Schema(examples = "NOVA-X5")
            String sku,

            @NotNull
            @Pattern(regexp = Identifiers.CODE, message = Identifiers.MUST_BE_CODE)
            @Schema(examples = "WAW-01", description = "The counter at which they want it")
            String pickupPoint,

            @NotNull InquiryChannel channel,

            @Nullable @Schema(description = "The customer's id, if the sender knows them")
            UUID customerId,

            @Nullable @Valid @Schema(description = "How a customer who is not known is reached")
            ContactRequest customer) {}

    @POST
    @Idempotent
    @RolesAllowed({
        Roles.STOREFRONT,
        Roles.SALES,
        Roles.CREDIT,
        Roles.PICKUP_POINT,
        Roles.CUSTOMER_CARE,
        Roles.MANAGEMENT
    })
    @Operation(
            operationId = "receiveStockAlert",
            summary = "Tell a customer when an article is there again",
            description =
                    "The warehouse promises a day by which they hear, from what suppliers said; the acknowledgement names"
                            + " it. They are told when the article is there, and before the day changes. The response"
                            + " holds the time by which that acknowledgement comes.")
    @APIResponse(
            responseCode = "201",
            description = "It is noted",
            content = @Content(schema = @Schema(implementation = InquiryView.class)))
    public RestResponse<InquiryView> receive(@Valid @NotNull StockAlertRequest request) {
        ContactRequest customer = request.customer();
        if ((request.customerId() == null) == (customer == null)) {
            throw Problem.validation(
                    FieldError.at("/customer", "customer-or-id", "Give either customerId or customer."));
        }
        WantedGoods wanted = orderable.wanted(request.pickupPoint(), request.sku());
        UUID journeyId = receive.receive(new NewInquiry(
                        settings.stockTopic(),
                        request.channel(),
                        request.customerId(),
                        customer == null ? null : customer.toContact(customerIds.generate()),
                        null,
                        wanted,
                        null,
                        wanted.name() + " (" + wanted.sku() + ", " + wanted.pickupPoint() + ")",
                        caller.actor()))
                .inquiry()
                .journeyId();
        InquiryView view = InquiryView.of(
                inquiries.of(journeyId).orElseThrow(), null, terms.get().zone());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, view)
                .location(URI.create("/api/v1/inquiries/" + journeyId))
                .build();
    }
}
