package io.orderjourney.credit.bank.rest;

import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.credit.PapersStatus;
import io.orderjourney.contracts.inbound.BankDecision;
import io.orderjourney.contracts.inbound.BankDecisionReported;
import io.orderjourney.credit.bank.CallbackOutcome;
import io.orderjourney.credit.bank.usecase.ParkCallbackHandler;
import io.orderjourney.credit.bank.usecase.RecordDecisionHandler;
import io.orderjourney.credit.bank.usecase.RecordPapersHandler;
import io.orderjourney.rest.json.StrictJson;
import io.orderjourney.rest.problem.FieldError;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.webhook.WebhookSignature;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The bank's callbacks. They carry no token: each is signed, and repeating one is harmless. */
@Path("/api/v1/bank")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bank callbacks")
public class BankCallbacksResource {

    private static final int BANK_REFERENCE_LENGTH_MAX = 64;

    private final RecordDecisionHandler decisions;
    private final RecordPapersHandler papers;
    private final ParkCallbackHandler park;
    private final WebhookSignature signature;

    BankCallbacksResource(
            RecordDecisionHandler decisions,
            RecordPapersHandler papers,
            ParkCallbackHandler park,
            @ConfigProperty(name = "journey.partners.bank.webhook-secret") String secret) {
        this.decisions = decisions;
        this.papers = papers;
        this.park = park;
        this.signature = WebhookSignature.of(secret);
    }

    /**
     * The bank decided.
     *
     * @param reference ours, from the submission
     * @param bankReference the bank's own
     * @param approvedAmount with APPROVED; absent for all that was asked for
     */
    @Schema(requiredProperties = {"reference", "bankReference", "decision", "decidedAt"})
    public record DecisionCallback(
            @Nullable UUID reference,
            @Nullable String bankReference,
            @Nullable BankDecision decision,
            @Nullable Money approvedAmount,
            @Nullable OffsetDateTime decidedAt) {}

    /**
     * The bank reports where its papers are.
     *
     * @param expectedAt with SENT: when they should arrive
     */
    @Schema(requiredProperties = {"reference", "status", "occurredAt"})
    public record PapersCallback(
            @Nullable UUID reference,
            @Nullable PapersStatus status,
            @Nullable OffsetDateTime expectedAt,
            @Nullable OffsetDateTime occurredAt) {}

    /** The outcome of a callback. */
    public record CallbackReceipt(CallbackOutcome result) {}

    @POST
    @Path("/decisions")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(
            operationId = "reportBankDecision",
            summary = "Report the bank's decision about an application",
            description = "Signed as in the Standard Webhooks specification (headers webhook-id, webhook-timestamp,"
                    + " webhook-signature), with the line POST /api/v1/bank/decisions before the body in what is signed;"
                    + " any other signature is refused with 401. The same decision again changes nothing;"
                    + " a later one replaces it until the agreement is signed, and is only recorded afterwards.")
    @APIResponse(
            responseCode = "200",
            description = "Recorded, now or before",
            content =
                    @Content(
                            schema = @Schema(implementation = CallbackReceipt.class),
                            examples = @ExampleObject(name = "recorded", value = CallbackExamples.RECORDED)))
    @APIResponse(
            responseCode = "202",
            description = "We have no such application; parked for people to look at",
            content =
                    @Content(
                            schema = @Schema(implementation = CallbackReceipt.class),
                            examples = @ExampleObject(name = "unknown", value = CallbackExamples.UNKNOWN)))
    public RestResponse<CallbackReceipt> decision(
            @Context HttpServerRequest request,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            schema = @Schema(implementation = DecisionCallback.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "approved",
                                                            value = CallbackExamples.DECISION)))
                    byte[] body) {
        WebhookSignature.Verified verified = signature.verify(request, body);
        DecisionCallback callback = (DecisionCallback) StrictJson.read(body, DecisionCallback.class);
        BankDecisionReported reported = reported(callback);
        return response(verified, "decision", reported.reference(), body, decisions.handle(reported));
    }

    @POST
    @Path("/papers")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(
            operationId = "reportBankPapers",
            summary = "Report where the bank's papers are",
            description = "Signed like a decision. An older report than the last one changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "Recorded, now or before",
            content =
                    @Content(
                            schema = @Schema(implementation = CallbackReceipt.class),
                            examples = @ExampleObject(name = "recorded", value = CallbackExamples.RECORDED)))
    @APIResponse(
            responseCode = "202",
            description = "We have no such application; parked for people to look at",
            content =
                    @Content(
                            schema = @Schema(implementation = CallbackReceipt.class),
                            examples = @ExampleObject(name = "unknown", value = CallbackExamples.UNKNOWN)))
    public RestResponse<CallbackReceipt> papers(
            @Context HttpServerRequest request,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            schema = @Schema(implementation = PapersCallback.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "on their way",
                                                            value = CallbackExamples.PAPERS)))
                    byte[] body) {
        WebhookSignature.Verified verified = signature.verify(request, body);
        PapersCallback callback = (PapersCallback) StrictJson.read(body, PapersCallback.class);
        List<FieldError> missing = new ArrayList<>();
        UUID reference = required(callback.reference(), "/reference", missing);
        PapersStatus status = required(callback.status(), "/status", missing);
        OffsetDateTime at = required(callback.occurredAt(), "/occurredAt", missing);
        if (reference == null || status == null || at == null) {
            throw Problem.validation(missing.toArray(FieldError[]::new));
        }
        OffsetDateTime expectedAt = callback.expectedAt();
        CallbackOutcome outcome =
                papers.handle(reference, status, expectedAt == null ? null : expectedAt.toInstant(), at.toInstant());
        return response(verified, "papers", reference, body, outcome);
    }

    private static BankDecisionReported reported(DecisionCallback callback) {
        List<FieldError> missing = new ArrayList<>();
        UUID reference = required(callback.reference(), "/reference", missing);
        String bankReference = required(callback.bankReference(), "/bankReference", missing);
        BankDecision decision = required(callback.decision(), "/decision", missing);
        OffsetDateTime decidedAt = required(callback.decidedAt(), "/decidedAt", missing);
        if (bankReference != null && !bankReference.matches("[\\x21-\\x7e]{1," + BANK_REFERENCE_LENGTH_MAX + "}")) {
            missing.add(FieldError.at("/bankReference", "pattern", "1 to 64 visible ASCII characters."));
        }
        if (decision == BankDecision.REFUSED && callback.approvedAmount() != null) {
            missing.add(FieldError.at("/approvedAmount", "must-be-absent", "A refusal lends nothing."));
        }
        if (!missing.isEmpty() || reference == null || bankReference == null || decision == null || decidedAt == null) {
            throw Problem.validation(missing.toArray(FieldError[]::new));
        }
        return new BankDecisionReported(
                reference, bankReference, decision, callback.approvedAmount(), decidedAt.toInstant());
    }

    private static <T> @Nullable T required(@Nullable T value, String pointer, List<FieldError> missing) {
        if (value == null) {
            missing.add(FieldError.at(pointer, "not-null", "Required."));
        }
        return value;
    }

    private RestResponse<CallbackReceipt> response(
            WebhookSignature.Verified verified, String kind, UUID reference, byte[] body, CallbackOutcome outcome) {
        if (outcome == CallbackOutcome.UNKNOWN_REFERENCE) {
            park.handle(verified.id(), kind, reference, new String(body, StandardCharsets.UTF_8));
            return RestResponse.status(RestResponse.Status.ACCEPTED, new CallbackReceipt(outcome));
        }
        return RestResponse.ok(new CallbackReceipt(outcome));
    }
}
