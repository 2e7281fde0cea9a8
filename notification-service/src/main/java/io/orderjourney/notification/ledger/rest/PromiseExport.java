package io.orderjourney.notification.ledger.rest;

import io.orderjourney.contracts.Desk;
import io.orderjourney.notification.ledger.PromiseQueue;
import io.orderjourney.notification.ledger.usecase.ReadLedger;
import io.orderjourney.notification.ledger.usecase.ReadLedger.LedgerEntry;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** All open promises as one file, written as it is read: a million of them need no more memory than a page. */
@Path("/api/v1")
@Tag(name = "Promises")
public class PromiseExport {

    private static final int PAGE = 500;
    private static final String TYPE = "text/csv";
    private static final String HEAD = "promise_id,journey_id,order_number,kind,desk,partner,first_promised_at,due_at,"
            + "expected_at,outlook,reschedules,slack_minutes,made_by,told\r\n";

    private final ReadLedger ledger;
    private final CurrentTerms terms;

    PromiseExport(ReadLedger ledger, CurrentTerms terms) {
        this.ledger = ledger;
        this.terms = terms;
    }

    @GET
    @Path("/promises.csv")
    @Produces(TYPE)
    @RolesAllowed({Roles.MANAGEMENT, Roles.OPERATOR})
    @Operation(
            operationId = "exportOpenPromises",
            summary = "Export all open promises",
            description =
                    "As CSV, what is due first stands first, times in the shop's zone. Each page is read for itself, so a"
                            + " promise that is kept meanwhile may be in it.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = TYPE, schema = @Schema(type = SchemaType.STRING)))
    public Response export(@QueryParam("desk") @Nullable Desk desk) {
        StreamingOutput rows = out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            write(desk, writer);
            writer.flush();
        };
        return Response.ok(rows, TYPE + "; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"open-promises.csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private void write(@Nullable Desk desk, Writer writer) throws IOException {
        ZoneId zone = terms.get().zone();
        writer.write(HEAD);
        PromiseQueue.Place after = null;
        do {
            ReadLedger.Found found = ledger.open(desk, null, after, PAGE);
            for (LedgerEntry entry : found.entries()) {
                writer.write(row(entry, zone));
            }
            after = found.goesOnAfter();
        } while (after != null);
    }

    private static String row(LedgerEntry entry, ZoneId zone) {
        Promise promise = entry.promise();
        List<String> cells = Stream.of(
                        promise.id().toString(),
                        promise.journeyId().toString(),
                        text(entry.orderNumber()),
                        promise.kind().name(),
                        promise.desk().name(),
                        text(promise.partner()),
                        at(promise.firstPromisedAt(), zone),
                        at(promise.dueAt(), zone),
                        at(entry.expectedAt(), zone),
                        entry.outlook().name(),
                        Integer.toString(promise.revision()),
                        entry.slack() == null ? "" : Long.toString(entry.slack().toMinutes()),
                        promise.madeBy(),
                        promise.told())
                .map(PromiseExport::cell)
                .toList();
        return cells.stream().collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    private static String at(@Nullable Instant time, ZoneId zone) {
        return time == null
                ? ""
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        time.atZone(zone).toOffsetDateTime());
    }

    /** A spreadsheet takes what begins like a formula for one; a negative number is none. */
    private static String cell(String value) {
        String safe = value.matches("(?s)[=+@\\-\t\r].*") && !value.matches("-[0-9]+") ? "'" + value : value;
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
