package io.orderjourney.order.inquiries.rest;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.OneLine;
import io.orderjourney.order.inquiries.Entry;
import io.orderjourney.order.inquiries.Inquiry;
import io.orderjourney.order.inquiries.ToneCheck;
import io.orderjourney.order.inquiries.usecase.InquiryThread;
import io.orderjourney.order.inquiries.usecase.ReadInquiries;
import io.orderjourney.order.inquiries.usecase.ReplyHandler;
import io.orderjourney.order.inquiries.usecase.ReplyHandler.Interim;
import io.orderjourney.promises.DecidedBy;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.conditional.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Replies to inquiries. The version in If-Match makes a repeat harmless, so no key is needed. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Inquiries")
public class ReplyResource {

    private final ReplyHandler replies;
    private final ReadInquiries inquiries;
    private final CurrentTerms terms;
    private final Caller caller;

    ReplyResource(ReplyHandler replies, ReadInquiries inquiries, CurrentTerms terms, Caller caller) {
        this.replies = replies;
        this.inquiries = inquiries;
        this.terms = terms;
        this.caller = caller;
    }

    /** A reply to a customer. */
    @Schema(description = "A reply: the answer itself, or with interim why it takes longer and until when")
    record ReplyRequest(
            @NotBlank
            @Size(max = NewInquiryRequest.TEXT_LENGTH_MAX)
            @Schema(examples = "Nova X5 będzie znów dostępna w piątek; chętnie odłożymy dla Pani jedną sztukę.")
            String text,

            @Nullable @Valid @Schema(description = "The answer is still to come; absent: the text answers the inquiry")
            InterimRequest interim) {}

    /** What has to be found out first. */
    @Schema(description = "What has to be found out before the answer")
    record InterimRequest(
            @NotNull @Schema(examples = "2026-01-16T12:00:00+01:00", description = "By when the answer comes")
            OffsetDateTime answerDueAt,

            @NotNull @Schema(description = "Whom the shop asks")
            Entry.WaitsFor waitsFor,

            @Nullable
            @Size(max = 1000)
            @Pattern(regexp = OneLine.PATTERN, message = OneLine.EXPECTED)
            @Schema(examples = "Nova X5: when does the next delivery leave?", description = "What it asks them")
            String askedThem) {

        Interim toInterim() {
            return new Interim(answerDueAt.toInstant(), waitsFor, askedThem);
        }
    }

    /** Which desk knows it. */
    @Schema(description = "Which desk knows it")
    record HandOverRequest(
            @NotNull Desk desk,

            @Nullable
            @Size(max = 1000)
            @Pattern(regexp = OneLine.PATTERN, message = OneLine.EXPECTED)
            @Schema(description = "What that desk should know; customers do not read it")
            String note) {}

    @POST
    @Path("/inquiries/{journeyId}/replies")
    @RolesAllowed({Roles.SALES, Roles.CREDIT, Roles.PICKUP_POINT, Roles.CUSTOMER_CARE, Roles.MANAGEMENT})
    @Operation(
            operationId = "replyToInquiry",
            summary = "Reply to a customer",
            description =
                    "Without interim the text is the answer: the promise is kept, the journey ends, and the message"
                            + " asks whether it answered. With interim the promise gets a new date, once by the desk and then by"
                            + " a manager; if that is more than a business day ahead, an update is promised within one. A reply"
                            + " that is only a link is refused, and so is the answer to a complaint without an apology. Words"
                            + " that blame somebody, close the door or name no date are returned as warnings.")
    @APIResponse(
            responseCode = "200",
            description = "The reply is on its way",
            content = @Content(schema = @Schema(implementation = InquiryView.class)))
    public RestResponse<InquiryView> reply(
            @PathParam("journeyId") UUID journeyId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ReplyRequest request) {
        LongConsumer seen = version -> Versions.requireMatch(ifMatch, version);
        InterimRequest interim = request.interim();
        Inquiry inquiry = interim == null
                ? replies.answer(journeyId, request.text(), seen, caller.actor())
                : replies.putOff(journeyId, request.text(), interim.toInterim(), decidedBy(), seen, caller.actor());
        return changed(inquiry, ToneCheck.of(request.text(), inquiry.language()));
    }

    @POST
    @Path("/inquiries/{journeyId}/hand-over")
    @RolesAllowed({Roles.SALES, Roles.CREDIT, Roles.PICKUP_POINT, Roles.CUSTOMER_CARE, Roles.MANAGEMENT})
    @Operation(
            operationId = "handOverInquiry",
            summary = "Hand an inquiry over to the desk that knows",
            description = "What was promised stands: the customer waits for an answer, not for a department.")
    public RestResponse<InquiryView> handOver(
            @PathParam("journeyId") UUID journeyId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull HandOverRequest request) {
        Inquiry inquiry = replies.handOver(
                journeyId,
                request.desk(),
                request.note(),
                version -> Versions.requireMatch(ifMatch, version),
                caller.actor());
        return changed(inquiry, null);
    }

    private DecidedBy decidedBy() {
        return caller.has(Roles.MANAGEMENT) ? DecidedBy.MANAGER : DecidedBy.DESK;
    }

    private RestResponse<InquiryView> changed(Inquiry inquiry, @Nullable List<ToneCheck.Finding> findings) {
        InquiryThread thread =
                inquiries.of(inquiry.journeyId()).orElseThrow(() -> new Inquiry.NotFound(inquiry.journeyId()));
        return RestResponse.ResponseBuilder.ok(
                        InquiryView.of(thread, findings, terms.get().zone()))
                .header(HttpHeaders.ETAG, Versions.etag(thread.inquiry().version()))
                .build();
    }
}
