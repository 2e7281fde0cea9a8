package io.orderjourney.notification.answers.rest;

import io.orderjourney.notification.answers.AnswerPageRenderer;
import io.orderjourney.notification.answers.CustomerCalendar;
import io.orderjourney.notification.answers.usecase.ShowCalendar;
import io.orderjourney.notification.answers.usecase.ShowCustomerPage;
import io.orderjourney.notification.notices.usecase.AnswerLinks;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The dates of an order for its customer's own calendar, behind the same link as their page. */
@Path("/o/{token}/calendar.ics")
@Produces({CalendarResource.CALENDAR, MediaType.TEXT_HTML})
@Tag(name = "Customer's page")
public class CalendarResource {

    static final String CALENDAR = "text/calendar";

    /** A file that says what it publishes says so in its type, too (RFC 5546). */
    private static final MediaType TYPE =
            new MediaType("text", "calendar", Map.of("charset", "utf-8", "method", "PUBLISH"));

    private final AnswerLinks links;
    private final ShowCalendar show;
    private final AnswerPageRenderer renderer;
    private final PageHeaders headers;

    CalendarResource(AnswerLinks links, ShowCalendar show, AnswerPageRenderer renderer, PageHeaders headers) {
        this.links = links;
        this.show = show;
        this.renderer = renderer;
        this.headers = headers;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getCustomerCalendar",
            summary = "Get the dates of an order for a calendar",
            description =
                    "Appointments, and the days on which goods are promised to be ready or delivered, as an iCalendar"
                            + " file (RFC 5545). A later version has the same UIDs and a higher SEQUENCE; what does not stand any"
                            + " more is in it as CANCELLED. A calendar may subscribe to it.")
    @APIResponse(
            responseCode = "200",
            description = "The dates as they stand now",
            content = @Content(mediaType = CALENDAR, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "404",
            description = "A page that says so: the link is not valid",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "410",
            description = "A page that says so: the order was closed long ago",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)))
    public Response calendar(
            @PathParam("token") String token,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        OptionalLong number = links.read(token);
        try {
            Optional<CustomerCalendar> calendar = number.isPresent() ? show.of(number.getAsLong()) : Optional.empty();
            return calendar.map(this::file)
                    .orElseGet(() -> page(404, renderer.unknownLink(Objects.requireNonNullElse(acceptLanguage, ""))));
        } catch (ShowCustomerPage.Expired expired) {
            return page(410, renderer.expiredLink(expired.language()));
        }
    }

    private Response file(CustomerCalendar calendar) {
        return headers.on(Response.ok(renderer.calendar(calendar), TYPE))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"" + calendar.orderNumber().replaceAll("[^A-Za-z0-9-]", "_") + ".ics\"")
                .build();
    }

    private Response page(int status, String html) {
        return headers.on(Response.status(status).entity(html).type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8")))
                .build();
    }
}
