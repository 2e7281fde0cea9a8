package io.orderjourney.notification.answers.rest;

import io.orderjourney.notification.answers.AnswerPageRenderer;
import io.orderjourney.notification.answers.AnswerPageRenderer.FeedbackPage;
import io.orderjourney.notification.answers.AnswerPageRenderer.FeedbackPage.State;
import io.orderjourney.notification.feedback.Feedback;
import io.orderjourney.notification.feedback.FeedbackCause;
import io.orderjourney.notification.feedback.usecase.GiveFeedbackHandler;
import io.orderjourney.notification.feedback.usecase.GiveFeedbackHandler.Asked;
import io.orderjourney.notification.notices.usecase.AnswerLinks;
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
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Three questions about an order that is over, behind the link of the message that asks them. Sending them twice answers once. */
@Path("/o/{token}/feedback")
@Produces(MediaType.TEXT_HTML)
@Tag(name = "Customer's page")
public class FeedbackPageResource {

    private static final int UNPROCESSABLE = 422;

    private final AnswerLinks links;
    private final GiveFeedbackHandler feedback;
    private final AnswerPageRenderer renderer;
    private final PageHeaders headers;

    FeedbackPageResource(
            AnswerLinks links, GiveFeedbackHandler feedback, AnswerPageRenderer renderer, PageHeaders headers) {
        this.links = links;
        this.feedback = feedback;
        this.renderer = renderer;
        this.headers = headers;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getFeedbackPage",
            summary = "Get the questions about how it was",
            description = "A rating, what should have been better, and words of their own. Viewing it changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The page, in the customer's language",
            content = @Content(schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "404",
            description = "A page that says so: the link is not valid",
            content = @Content(schema = @Schema(type = SchemaType.STRING)))
    public Response page(
            @PathParam("token") String token,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        return asked(token, feedback::of)
                .map(asked -> html(200, page(asked, asked.given() == null ? State.ASKS : State.GIVEN)))
                .orElseGet(() -> unknown(acceptLanguage));
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            operationId = "giveFeedback",
            summary = "Answer the questions about how it was",
            description = "The first answers stay. With stop the customer is not asked again, and answers nothing.")
    @APIResponse(
            responseCode = "200",
            description = "A page that thanks, with a code for the next order if the shop gives one",
            content = @Content(schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "404",
            description = "A page that says so: the link is not valid",
            content = @Content(schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "422",
            description = "The questions again: the rating is missing",
            content = @Content(schema = @Schema(type = SchemaType.STRING)))
    public Response give(
            @PathParam("token") String token,
            @FormParam("rating") @Nullable String rating,
            @FormParam("cause") @Nullable String cause,
            @FormParam("words") @Nullable String words,
            @FormParam("stop") @Nullable String stop,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        if (stop != null) {
            return asked(token, feedback::optOut)
                    .map(asked -> html(200, page(asked, State.STOPPED)))
                    .orElseGet(() -> unknown(acceptLanguage));
        }
        OptionalInt given = rating(rating);
        if (given.isEmpty()) {
            return asked(token, feedback::of)
                    .map(asked -> html(UNPROCESSABLE, page(asked, State.RATING_MISSING)))
                    .orElseGet(() -> unknown(acceptLanguage));
        }
        String written = words == null ? null : words.replace("\0", "");
        return asked(token, number -> feedback.give(number, given.getAsInt(), cause(cause), written))
                .map(asked -> html(200, page(asked, State.GIVEN)))
                .orElseGet(() -> unknown(acceptLanguage));
    }

    private Optional<Asked> asked(String token, LongFunction<Optional<Asked>> read) {
        OptionalLong number = links.read(token);
        return number.isPresent() ? read.apply(number.getAsLong()) : Optional.empty();
    }

    private static OptionalInt rating(@Nullable String typed) {
        return typed != null && typed.matches("[1-" + Feedback.BEST + "]")
                ? OptionalInt.of(Integer.parseInt(typed))
                : OptionalInt.empty();
    }

    /** Who chooses nothing says nothing against it. */
    private static FeedbackCause cause(@Nullable String typed) {
        return Arrays.stream(FeedbackCause.values())
                .filter(known -> known.name().equals(typed))
                .findFirst()
                .orElse(FeedbackCause.NOTHING);
    }

    private static FeedbackPage page(Asked asked, State state) {
        Feedback given = asked.given();
        String code = given == null || state != State.GIVEN ? null : given.code();
        return new FeedbackPage(asked.orderNumber(), asked.language(), state, code);
    }

    private Response unknown(@Nullable String acceptLanguage) {
        return body(404, renderer.unknownLink(Objects.requireNonNullElse(acceptLanguage, "")));
    }

    private Response html(int status, FeedbackPage page) {
        return body(status, renderer.feedback(page));
    }

    private Response body(int status, String page) {
        return headers.on(Response.status(status).entity(page).type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8")))
                .build();
    }
}
