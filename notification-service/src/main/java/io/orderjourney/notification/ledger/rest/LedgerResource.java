package io.orderjourney.notification.ledger.rest;

import io.orderjourney.contracts.Desk;
import io.orderjourney.notification.ledger.PromiseQueue;
import io.orderjourney.notification.ledger.usecase.ReadLedger;
import io.orderjourney.promises.Outlook;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.paging.Cursor;
import io.orderjourney.rest.paging.Page;
import io.orderjourney.rest.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The ledger of all promises. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Promises")
public class LedgerResource {

    private final ReadLedger ledger;
    private final CurrentTerms terms;

    LedgerResource(ReadLedger ledger, CurrentTerms terms) {
        this.ledger = ledger;
        this.terms = terms;
    }

    // The path stands here and not at the class: a class at /promises would hide the reschedule of a promise, which is
    // another's.
    @GET
    @Path("/promises")
    @RolesAllowed({
        Roles.SALES,
        Roles.CREDIT,
        Roles.WAREHOUSE,
        Roles.PICKUP_POINT,
        Roles.CUSTOMER_CARE,
        Roles.MANAGEMENT,
        Roles.OPERATOR
    })
    @Operation(
            summary = "Promises, with what is expected of them and how they ended",
            description =
                    "With a journey: all its promises in the order in which they were made. Without: open promises,"
                            + " what is due first stands first, optionally of one desk and with one outlook.")
    public Page<LedgerView> promises(
            @QueryParam("journey") @Nullable UUID journeyId,
            @QueryParam("desk") @Nullable Desk desk,
            @QueryParam("outlook") @Nullable Outlook outlook,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        ZoneId zone = terms.get().zone();
        if (journeyId != null) {
            return new Page<>(
                    ledger.ofJourney(journeyId).stream()
                            .map(entry -> LedgerView.of(entry, zone))
                            .toList(),
                    null);
        }
        PageRequest request = PageRequest.of("promises?desk=" + desk + "&outlook=" + outlook, limit, cursor);
        ReadLedger.Found found = ledger.open(
                desk, outlook, request.after().map(LedgerResource::place).orElse(null), request.limit());
        PromiseQueue.Place next = found.goesOnAfter();
        return Page.continuing(
                        found.entries(),
                        request,
                        next == null ? null : Cursor.of(next.dueAt(), next.promiseId(), next.journeyId()))
                .map(entry -> LedgerView.of(entry, zone));
    }

    private static PromiseQueue.Place place(Cursor cursor) {
        return new PromiseQueue.Place(cursor.instant(0), cursor.uuid(1), cursor.uuid(2));
    }
}
