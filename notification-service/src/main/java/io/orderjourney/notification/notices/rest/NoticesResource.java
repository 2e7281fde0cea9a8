package io.orderjourney.notification.notices.rest;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.notification.notices.DateChange;
import io.orderjourney.notification.notices.Delivery;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.notices.usecase.GiveNextUpdate;
import io.orderjourney.notification.notices.usecase.ReadNotices;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.idempotency.Idempotent;
import io.orderjourney.rest.paging.Page;
import io.orderjourney.rest.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Every message to customers, and the next updates that staff give. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notices")
public class NoticesResource {

    private final ReadNotices read;
    private final GiveNextUpdate nextUpdates;
    private final CurrentTerms terms;
    private final Caller caller;

    NoticesResource(ReadNotices read, GiveNextUpdate nextUpdates, CurrentTerms terms, Caller caller) {
        this.read = read;
        this.nextUpdates = nextUpdates;
        this.terms = terms;
        this.caller = caller;
    }

    /**
     * A message on one channel, as the customer saw it, without their name and address.
     *
     * @param rescheduled the dates it changes; empty for plain news
     * @param detail what the channel said last, or why the message was dropped
     * @param deliveredAt when the channel accepted it
     */
    public record NoticeView(
            UUID id,
            long number,
            List<NoticeSubject> subjects,
            List<DateChangeView> rescheduled,
            @Nullable Channel channel,
            String state,
            @Nullable String detail,
            OffsetDateTime plannedAt,
            @Nullable OffsetDateTime deliveredAt,
            int attempts,
            @Nullable String title,
            @Nullable String text) {}

    /** A date that a message changes. */
    public record DateChangeView(
            UUID promiseId, PromiseKind kind, int revision, OffsetDateTime believedDueAt, OffsetDateTime dueAt) {}

    /** What staff want to say. */
    public record NextUpdate(@NotBlank @Size(max = 2000) String text) {}

    /** The message that is planned. */
    public record PlannedNotice(UUID noticeId, long number) {}

    @GET
    @Path("/notices")
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
            operationId = "listNotices",
            summary = "List the messages of a journey",
            description = "One entry for each channel, oldest first.")
    public Page<NoticeView> notices(@QueryParam("journeyId") @Nullable UUID journeyId) {
        if (journeyId == null) {
            throw Problem.invalidParameter("journeyId", "is missing");
        }
        ZoneId zone = terms.get().zone();
        return new Page<>(
                read.of(journeyId).stream().flatMap(sent -> views(sent, zone)).toList(), null);
    }

    @POST
    @Path("/next-updates/{promiseId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Roles.SALES, Roles.CREDIT, Roles.WAREHOUSE, Roles.PICKUP_POINT, Roles.CUSTOMER_CARE, Roles.MANAGEMENT
    })
    @Operation(operationId = "giveNextUpdate", summary = "Give a promised next update")
    @APIResponseSchema(
            value = PlannedNotice.class,
            responseCode = "202",
            responseDescription = "The message is planned")
    public Response giveNextUpdate(@PathParam("promiseId") UUID promiseId, @Valid @NotNull NextUpdate update) {
        try {
            Notice notice = nextUpdates
                    .give(promiseId, update.text(), caller.actor())
                    .orElseThrow(
                            () -> Problem.notFound("promise-not-found", "No next update was promised under this id."));
            return Response.accepted(new PlannedNotice(notice.id(), notice.number()))
                    .build();
        } catch (GiveNextUpdate.NothingToSay empty) {
            throw Problem.unprocessable("text-empty", "The text has nothing that can be read.");
        } catch (GiveNextUpdate.NotReady notYet) {
            throw Problem.unprocessable(
                    "text-not-true",
                    "The order is not ready, and the customer would make the way for nothing: \"" + notYet.words()
                            + "\".");
        } catch (GiveNextUpdate.TooLong tooLong) {
            throw Problem.unprocessable(
                    "text-too-long",
                    "The customer reads text messages: at most " + tooLong.lengthMax() + " characters.");
        } catch (GiveNextUpdate.AlreadyGiven given) {
            throw Problem.transitionNotAllowed("The update was given before, or nobody waits for it any more.");
        }
    }

    private static Stream<NoticeView> views(ReadNotices.Sent sent, ZoneId zone) {
        if (sent.deliveries().isEmpty()) {
            return Stream.of(view(sent.notice(), null, zone));
        }
        return sent.deliveries().stream().map(delivery -> view(sent.notice(), delivery, zone));
    }

    private static NoticeView view(Notice notice, @Nullable Delivery delivery, ZoneId zone) {
        Instant deliveredAt = delivery == null ? null : delivery.deliveredAt();
        return new NoticeView(
                notice.id(),
                notice.number(),
                notice.subjects(),
                notice.newDates().stream()
                        .map(change -> rescheduled(change, zone))
                        .toList(),
                delivery == null ? null : delivery.channel(),
                delivery == null ? notice.state().name() : delivery.state().name(),
                delivery == null ? notice.why() : delivery.detail(),
                notice.plannedAt().atZone(zone).toOffsetDateTime(),
                deliveredAt == null ? null : deliveredAt.atZone(zone).toOffsetDateTime(),
                delivery == null ? 0 : delivery.attempts(),
                delivery == null ? null : delivery.title(),
                delivery == null ? null : delivery.body());
    }

    private static DateChangeView rescheduled(DateChange change, ZoneId zone) {
        return new DateChangeView(
                change.promiseId(),
                change.kind(),
                change.revision(),
                change.believedDueAt().atZone(zone).toOffsetDateTime(),
                change.dueAt().atZone(zone).toOffsetDateTime());
    }
}
