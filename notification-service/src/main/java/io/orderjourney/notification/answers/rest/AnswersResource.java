package io.orderjourney.notification.answers.rest;

import io.orderjourney.contracts.CustomerAnswer;
import io.orderjourney.notification.answers.AnswerPage;
import io.orderjourney.notification.answers.AnswerPage.Trouble;
import io.orderjourney.notification.answers.AnswerPageRenderer;
import io.orderjourney.notification.answers.PreferredTimePolicy;
import io.orderjourney.notification.answers.usecase.AnswerHandler;
import io.orderjourney.notification.answers.usecase.ShowAnswerPage;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The page behind an answer link. Whoever holds the link is the customer: it is signed, goes to nobody else, and shows no
 * name. The form is idempotent by itself, so it carries no key.
 */
@Path("/api/v1/answers/{token}")
@Produces(MediaType.TEXT_HTML)
@Tag(name = "Answers")
public class AnswersResource {

    private static final int UNPROCESSABLE = 422;

    private final AnswerLinks links;
    private final ShowAnswerPage show;
    private final AnswerHandler handler;
    private final AnswerPageRenderer renderer;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    AnswersResource(
            AnswerLinks links,
            ShowAnswerPage show,
            AnswerHandler handler,
            AnswerPageRenderer renderer,
            CurrentTerms terms,
            BusinessClock clock) {
        this.links = links;
        this.show = show;
        this.handler = handler;
        this.renderer = renderer;
        this.terms = terms;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "Get the answer page of a message",
            description = "The old and the new dates, and three forms: accept, another time, cancel. Viewing it"
                    + " changes nothing.")
    @APIResponse(responseCode = "200", description = "The page, in the customer's language")
    @APIResponse(responseCode = "404", description = "A page that says so: the link is not valid")
    public Response page(
            @PathParam("token") String token,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        return pageOf(token).map(page -> html(200, renderer.render(page))).orElseGet(() -> unknown(acceptLanguage));
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            summary = "Answer a message",
            description = "A later answer replaces an earlier one while the promise is open; the same answer twice is"
                    + " one.")
    @APIResponse(responseCode = "303", description = "Recorded, or too late: the page says which")
    @APIResponse(responseCode = "404", description = "A page that says so: the link is not valid")
    @APIResponse(responseCode = "422", description = "The page again, with the reason why the answer was refused")
    public Response answer(
            @PathParam("token") String token,
            @FormParam("answer") @Nullable String answer,
            @FormParam("requestedTime") @Nullable String requestedTime,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        Optional<UUID> noticeId = links.read(token);
        Optional<AnswerPage> page = noticeId.flatMap(show::of);
        Optional<CustomerAnswer> given = read(answer);
        if (noticeId.isEmpty() || page.isEmpty()) {
            return unknown(acceptLanguage);
        }
        if (given.isEmpty()) {
            return html(UNPROCESSABLE, renderer.render(page.get()));
        }
        Instant requestedAt = null;
        if (given.get() == CustomerAnswer.ANOTHER_TIME && requestedTime != null && !requestedTime.isBlank()) {
            requestedAt = PreferredTimePolicy.time(
                            requestedTime, clock.instant(), terms.get().zone())
                    .orElse(null);
            if (requestedAt == null) {
                return html(UNPROCESSABLE, renderer.render(page.get().with(Trouble.TIME_NOT_POSSIBLE)));
            }
        }
        AnswerHandler.Outcome outcome =
                handler.answer(noticeId.get(), given.get(), requestedAt).orElseThrow();
        return outcome == AnswerHandler.Outcome.TOO_MANY
                ? html(UNPROCESSABLE, renderer.render(page.get().with(Trouble.TOO_MANY_ANSWERS)))
                : secured(Response.seeOther(URI.create(links.of(noticeId.get()))))
                        .build();
    }

    private Optional<AnswerPage> pageOf(String token) {
        return links.read(token).flatMap(show::of);
    }

    private static Optional<CustomerAnswer> read(@Nullable String answer) {
        for (CustomerAnswer known : CustomerAnswer.values()) {
            if (known.name().equals(answer)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    private Response unknown(@Nullable String acceptLanguage) {
        return html(404, renderer.unknownLink(Objects.requireNonNullElse(acceptLanguage, "")));
    }

    private Response html(int status, String page) {
        return secured(Response.status(status).entity(page).type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8")))
                .build();
    }

    /** The page may only submit its own form; it is not framed, cached or indexed. */
    private Response.ResponseBuilder secured(Response.ResponseBuilder response) {
        return response.header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src " + renderer.stylePolicy()
                                + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Robots-Tag", "noindex, nofollow")
                .header("Referrer-Policy", "no-referrer");
    }
}
