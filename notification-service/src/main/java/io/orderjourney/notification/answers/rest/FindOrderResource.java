package io.orderjourney.notification.answers.rest;

import io.orderjourney.notification.answers.AnswerPageRenderer;
import io.orderjourney.notification.answers.AnswerPageRenderer.NotFound;
import io.orderjourney.notification.answers.OrderProof;
import io.orderjourney.notification.answers.usecase.FindOrderPage;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** For customers who lost the link to their order: its number and how they are reached are proof enough to see its page. */
@Path("/o")
@Produces(MediaType.TEXT_HTML)
@Tag(name = "Customer's page")
public class FindOrderResource {

    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY_REQUESTS = 429;

    private final FindOrderPage orders;
    private final AnswerPageRenderer renderer;
    private final PageHeaders headers;

    FindOrderResource(FindOrderPage orders, AnswerPageRenderer renderer, PageHeaders headers) {
        this.orders = orders;
        this.renderer = renderer;
        this.headers = headers;
    }

    @GET
    @PermitAll
    @Operation(operationId = "getOrderSearchPage", summary = "Get the form that finds an order again")
    @APIResponse(
            responseCode = "200",
            description = "The form, in the browser's language",
            content = @Content(schema = @Schema(type = SchemaType.STRING)))
    public Response form(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        return page(200, acceptLanguage, null);
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            operationId = "findCustomerPage",
            summary = "Find the page of an order",
            description = "By its number, and the mail address or phone number of its customer. After some wrong tries"
                    + " with one of them it answers nobody for an hour.")
    @APIResponse(responseCode = "303", description = "The page of the order")
    @APIResponse(
            responseCode = "422",
            description = "The form again: the two do not belong together",
            content = @Content(schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "429",
            description = "The form again: it was tried too often",
            content = @Content(schema = @Schema(type = SchemaType.STRING)))
    public Response find(
            @FormParam("orderNumber") @Nullable String orderNumber,
            @FormParam("contact") @Nullable String contact,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        if (orderNumber == null || orderNumber.isBlank() || contact == null || contact.isBlank()) {
            return page(UNPROCESSABLE, acceptLanguage, NotFound.NO_SUCH_ORDER);
        }
        try {
            return orders.find(new OrderProof(orderNumber, contact))
                    .map(link -> headers.on(Response.seeOther(URI.create(link))).build())
                    .orElseGet(() -> page(UNPROCESSABLE, acceptLanguage, NotFound.NO_SUCH_ORDER));
        } catch (FindOrderPage.TooMany tooMany) {
            return page(TOO_MANY_REQUESTS, acceptLanguage, NotFound.TOO_MANY_TRIES);
        }
    }

    private Response page(int status, @Nullable String acceptLanguage, @Nullable NotFound refused) {
        String html = renderer.findOrder(Objects.requireNonNullElse(acceptLanguage, ""), refused);
        return headers.on(Response.status(status).entity(html).type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8")))
                .build();
    }
}
