package io.orderjourney.notification.answers.rest;

import io.orderjourney.contracts.CustomerAnswer;
import io.orderjourney.notification.answers.AnswerPageRenderer;
import io.orderjourney.notification.answers.CustomerPage;
import io.orderjourney.notification.answers.CustomerPage.Trouble;
import io.orderjourney.notification.answers.PreferredTimePolicy;
import io.orderjourney.notification.answers.usecase.AnswerHandler;
import io.orderjourney.notification.answers.usecase.ShowCustomerPage;
import io.orderjourney.notification.notices.usecase.AnswerLinks;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The page of an order, behind the link in each of its messages. The person who holds the link is the customer: it is signed, goes to
 * nobody else, and shows no name. The forms are idempotent by themselves, so they carry no key.
 */
@Path("/o/{token}")
@Produces(MediaType.TEXT_HTML)
@Tag(name = "Customer's page")
public class AnswersResource {

    private static final int UNPROCESSABLE = 422;
    private static final int GONE = 410;

    private final AnswerLinks links;
    private final ShowCustomerPage show;
    private final AnswerHandler handler;
    private final AnswerPageRenderer renderer;
    private final CurrentTerms terms;
    private final BusinessClock clock;
    private final PageHeaders headers;

    AnswersResource(
            AnswerLinks links,
            ShowCustomerPage show,
            AnswerHandler handler,
            AnswerPageRenderer renderer,
            CurrentTerms terms,
            BusinessClock clock,
            PageHeaders headers) {
        this.links = links;
        this.show = show;
        this.handler = handler;
        this.renderer = renderer;
        this.terms = terms;
        this.clock = clock;
        this.headers = headers;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getCustomerPage",
            summary = "Get the page of an order",
            description = "Where it is, what was promised and what changed, what comes next, and what the customer can"
                    + " answer: accept, another time, a call, cancel. Viewing it changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The page, in the customer's language",
            content = @Content(schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "404",
            description = "A page that says so: the link is not valid",
            content = @Content(schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "410",
            description = "A page that says so: the order was closed long ago",
            content = @Content(schema = @Schema(type = SchemaType.STRING)))
    public Response page(
            @PathParam("token") String token,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        try {
            return pageOf(links.read(token))
                    .map(page -> html(200, renderer.render(page)))
                    .orElseGet(() -> unknown(acceptLanguage));
        } catch (ShowCustomerPage.Expired expired) {
            return html(GONE, renderer.expiredLink(expired.language()));
        }
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            operationId = "answerFromCustomerPage",
            summary = "Answer from the page of an order",
            description =
                    "A later answer replaces an earlier one while the order is open; the same answer twice is one. A"
                            + " time that can be kept is agreed at once; anything else becomes a call, whose time the page shows.")
    @APIResponse(responseCode = "303", description = "Recorded, or too late: the page says which")
    @APIResponse(
            responseCode = "404",
            description = "A page that says so: the link is not valid",
            content = @Content(schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "410",
            description = "A page that says so: the order was closed long ago",
            content = @Content(schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "422",
            description = "The page again, with the reason why the answer was refused",
            content = @Content(schema = @Schema(type = SchemaType.STRING)))
    public Response answer(
            @PathParam("token") String token,
            @FormParam("answer") @Nullable String answer,
            @FormParam("promise") @Nullable String promise,
            @FormParam("requestedTime") @Nullable String requestedTime,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        OptionalLong number = links.read(token);
        try {
            CustomerPage page = pageOf(number).orElse(null);
            return page == null
                    ? unknown(acceptLanguage)
                    : answer(number.getAsLong(), page, answer, promise, requestedTime);
        } catch (ShowCustomerPage.Expired expired) {
            return html(GONE, renderer.expiredLink(expired.language()));
        }
    }

    private Response answer(
            long number,
            CustomerPage page,
            @Nullable String answer,
            @Nullable String promise,
            @Nullable String requestedTime) {
        CustomerAnswer given = read(answer).orElse(null);
        if (given == null) {
            return html(UNPROCESSABLE, renderer.render(page));
        }
        Instant requestedAt = null;
        if (given == CustomerAnswer.ANOTHER_TIME && requestedTime != null && !requestedTime.isBlank()) {
            requestedAt = PreferredTimePolicy.time(
                            requestedTime, clock.instant(), terms.get().zone())
                    .orElse(null);
            if (requestedAt == null) {
                return html(UNPROCESSABLE, renderer.render(page.with(Trouble.TIME_NOT_POSSIBLE)));
            }
        }
        AnswerHandler.Outcome outcome = handler.answer(
                        number, new AnswerHandler.Answer(given, promiseOf(promise), requestedAt))
                .orElseThrow();
        return outcome == AnswerHandler.Outcome.TOO_MANY
                ? html(UNPROCESSABLE, renderer.render(page.with(Trouble.TOO_MANY_ANSWERS)))
                : headers.on(Response.seeOther(URI.create(links.of(number)))).build();
    }

    private Optional<CustomerPage> pageOf(OptionalLong number) {
        return number.isPresent() ? show.of(number.getAsLong()) : Optional.empty();
    }

    private static Optional<CustomerAnswer> read(@Nullable String answer) {
        for (CustomerAnswer known : CustomerAnswer.values()) {
            if (known.name().equals(answer)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    /** What is no promise of the journey is left out: the answer is about the message then. */
    private static @Nullable UUID promiseOf(@Nullable String promise) {
        try {
            return promise == null || promise.isBlank() ? null : UUID.fromString(promise);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private Response unknown(@Nullable String acceptLanguage) {
        return html(404, renderer.unknownLink(Objects.requireNonNullElse(acceptLanguage, "")));
    }

    private Response html(int status, String page) {
        return headers.on(Response.status(status).entity(page).type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8")))
                .build();
    }
}
