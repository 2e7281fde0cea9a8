package io.orderjourney.credit.bank.rest;

import io.orderjourney.credit.applications.BankRequestKind;
import io.orderjourney.credit.applications.rest.ApplicationResponses;
import io.orderjourney.credit.bank.BankRequest;
import io.orderjourney.credit.bank.BankRequests;
import io.orderjourney.credit.bank.ParkedCallbacks;
import io.orderjourney.credit.bank.ParkedCallbacks.ParkedCallback;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the credit desk has to clear up with the bank. */
@Path("/api/v1/bank")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bank")
public class BankDeskResource {

    private static final int SHOWN_MAX = 200;

    private final BankRequests requests;
    private final ParkedCallbacks callbacks;
    private final CurrentTerms terms;

    BankDeskResource(BankRequests requests, ParkedCallbacks callbacks, CurrentTerms terms) {
        this.requests = requests;
        this.callbacks = callbacks;
        this.terms = terms;
    }

    /** A request that the bank rejected; times carry the offset of the shop's zone. */
    public record RejectedRequest(
            UUID applicationId,
            BankRequestKind kind,
            @Nullable String lastFailure,
            @Nullable OffsetDateTime rejectedAt) {

        private static RejectedRequest of(BankRequest request, ZoneId zone) {
            return new RejectedRequest(
                    request.applicationId(),
                    request.kind(),
                    request.lastFailure(),
                    ApplicationResponses.timeOrNull(request.rejectedAt(), zone));
        }
    }

    /** A callback about an application that we do not have, as it came. */
    public record ParkedCallbackView(
            String messageId, String kind, UUID reference, String body, OffsetDateTime receivedAt) {

        private static ParkedCallbackView of(ParkedCallback callback, ZoneId zone) {
            return new ParkedCallbackView(
                    callback.messageId(),
                    callback.kind(),
                    callback.reference(),
                    callback.body(),
                    ApplicationResponses.time(callback.receivedAt(), zone));
        }
    }

    @GET
    @Path("/rejected-requests")
    @RolesAllowed({Roles.CREDIT, Roles.MANAGEMENT})
    @Operation(
            operationId = "listRejectedBankRequests",
            summary = "List the requests that the bank rejected",
            description = "The oldest rejection first, at most 200. Nobody repeats them until the desk asks for it.")
    public List<RejectedRequest> rejected() {
        ZoneId zone = terms.get().zone();
        return requests.rejected(SHOWN_MAX).stream()
                .map(request -> RejectedRequest.of(request, zone))
                .toList();
    }

    @GET
    @Path("/parked-callbacks")
    @RolesAllowed({Roles.CREDIT, Roles.MANAGEMENT})
    @Operation(
            operationId = "listParkedBankCallbacks",
            summary = "List the bank's callbacks about unknown applications",
            description = "The newest first, at most 200.")
    public List<ParkedCallbackView> parked() {
        ZoneId zone = terms.get().zone();
        return callbacks.newest(SHOWN_MAX).stream()
                .map(callback -> ParkedCallbackView.of(callback, zone))
                .toList();
    }
}
