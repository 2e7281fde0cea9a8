package io.orderjourney.order.inquiries.rest;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.InquiryChannel;
import io.orderjourney.order.inquiries.Inquiries;
import io.orderjourney.order.inquiries.Inquiry;
import io.orderjourney.order.inquiries.InquiryTopic;
import io.orderjourney.order.inquiries.usecase.InquirySettings;
import io.orderjourney.order.inquiries.usecase.InquiryThread;
import io.orderjourney.order.inquiries.usecase.ReadInquiries;
import io.orderjourney.order.inquiries.usecase.ReceiveInquiryHandler;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.conditional.Versions;
import io.orderjourney.rest.idempotency.Idempotent;
import io.orderjourney.rest.paging.Cursor;
import io.orderjourney.rest.paging.Page;
import io.orderjourney.rest.paging.PageRequest;
import io.orderjourney.rest.problem.FieldError;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Inquiries: taken in with a date, listed by what is promised first, and read with their whole dialogue. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Inquiries")
public class InquiryResource {

    private static final String LOCATION = "/api/v1/inquiries/";

    private final ReceiveInquiryHandler receive;
    private final ReadInquiries inquiries;
    private final InquirySettings settings;
    private final CurrentTerms terms;
    private final Caller caller;
    private final TimeBasedEpochGenerator customerIds = Generators.timeBasedEpochGenerator();

    InquiryResource(
            ReceiveInquiryHandler receive,
            ReadInquiries inquiries,
            InquirySettings settings,
            CurrentTerms terms,
            Caller caller) {
        this.receive = receive;
        this.inquiries = inquiries;
        this.settings = settings;
        this.terms = terms;
        this.caller = caller;
    }

    /** The topics of the shop. */
    record Topics(List<TopicView> items) {}

    /** One topic. */
    @Schema(name = "InquiryTopic")
    record TopicView(
            @Schema(examples = "STOCK") String topic,
            Desk desk,

            @Schema(description = "Whether it is answered with an apology")
            boolean complaint) {}

    /** What a customer writes again. */
    @Schema(description = "What a customer writes again")
    record CustomerMessageRequest(
            @NotNull InquiryChannel channel,

            @NotBlank @Size(max = NewInquiryRequest.TEXT_LENGTH_MAX)
            String text) {}

    @GET
    @Path("/inquiry-topics")
    @RolesAllowed({
        Roles.STOREFRONT,
        Roles.SALES,
        Roles.CREDIT,
        Roles.PICKUP_POINT,
        Roles.CUSTOMER_CARE,
        Roles.MANAGEMENT
    })
    @Operation(operationId = "listInquiryTopics", summary = "List the topics, and which desk knows each of them")
    public Topics topics() {
        return new Topics(settings.topics().values().stream()
                .map(topic -> new TopicView(topic.name(), topic.desk(), topic.complaint()))
                .toList());
    }

    @POST
    @Path("/inquiries")
    @Idempotent
    @RolesAllowed({
        Roles.STOREFRONT,
        Roles.SALES,
        Roles.CREDIT,
        Roles.PICKUP_POINT,
        Roles.CUSTOMER_CARE,
        Roles.MANAGEMENT
    })
    @Operation(
            operationId = "receiveInquiry",
            summary = "Take in what a customer asks",
            description =
                    "The topic says which desk answers. The response holds the time by which it does, in its own hours"
                            + " and never later than one business day ahead, in the words that the customer is told; the"
                            + " acknowledgement goes out at once. Questions in public are answered sooner.")
    @APIResponse(
            responseCode = "201",
            description = "The answer is promised",
            content = @Content(schema = @Schema(implementation = InquiryView.class)))
    public RestResponse<InquiryView> receive(@Valid @NotNull NewInquiryRequest request) {
        return created(receive.receive(request.toCommand(customerIds.generate(), caller.actor())));
    }

    @POST
    @Path("/complaints")
    @Idempotent
    @RolesAllowed({
        Roles.STOREFRONT,
        Roles.SALES,
        Roles.CREDIT,
        Roles.PICKUP_POINT,
        Roles.CUSTOMER_CARE,
        Roles.MANAGEMENT
    })
    @Operation(
            operationId = "receiveComplaint",
            summary = "Take in a complaint",
            description =
                    "Like an inquiry whose topic is a complaint: the acknowledgement apologises, whoever did it, and"
                            + " the answer must.")
    @APIResponse(
            responseCode = "201",
            description = "The answer is promised",
            content = @Content(schema = @Schema(implementation = InquiryView.class)))
    public RestResponse<InquiryView> complain(@Valid @NotNull NewInquiryRequest request) {
        InquiryTopic topic = settings.topics().get(request.topic());
        if (topic != null && !topic.complaint()) {
            throw Problem.validation(
                    FieldError.at("/topic", "complaint", "This topic is a question, not a complaint."));
        }
        return created(receive.receive(request.toCommand(customerIds.generate(), caller.actor())));
    }

    @POST
    @Path("/inquiries/{journeyId}/messages")
    @Idempotent
    @RolesAllowed({
        Roles.STOREFRONT,
        Roles.SALES,
        Roles.CREDIT,
        Roles.PICKUP_POINT,
        Roles.CUSTOMER_CARE,
        Roles.MANAGEMENT
    })
    @Operation(
            operationId = "addInquiryMessage",
            summary = "Add what the customer writes again",
            description =
                    "While they wait it joins their inquiry, and its date stands. After the answer it begins the next"
                            + " inquiry of the same dialogue, with its own date; the response is that one.")
    @APIResponse(
            responseCode = "201",
            description = "It is added",
            content = @Content(schema = @Schema(implementation = InquiryView.class)))
    public RestResponse<InquiryView> writeAgain(
            @PathParam("journeyId") UUID journeyId, @Valid @NotNull CustomerMessageRequest request) {
        return created(receive.writtenAgain(journeyId, request.channel(), request.text(), caller.actor()));
    }

    @GET
    @Path("/inquiries/{journeyId}")
    @RolesAllowed({Roles.SALES, Roles.CREDIT, Roles.PICKUP_POINT, Roles.CUSTOMER_CARE, Roles.MANAGEMENT})
    @Operation(operationId = "getInquiry", summary = "Get an inquiry with its whole dialogue")
    public RestResponse<InquiryView> get(@PathParam("journeyId") UUID journeyId) {
        InquiryThread thread = thread(journeyId);
        return RestResponse.ResponseBuilder.ok(InquiryView.of(thread, null, zone()))
                .header(HttpHeaders.ETAG, Versions.etag(thread.inquiry().version()))
                .build();
    }

    @GET
    @Path("/inquiries")
    @RolesAllowed({Roles.SALES, Roles.CREDIT, Roles.PICKUP_POINT, Roles.CUSTOMER_CARE, Roles.MANAGEMENT})
    @Operation(
            operationId = "listInquiries",
            summary = "List the open inquiries",
            description = "What is promised first comes first, so nothing is overlooked.")
    public Page<InquiryView> list(
            @QueryParam("desk") @Nullable Desk desk,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest page = PageRequest.of(desk == null ? "inquiries" : "inquiries?desk=" + desk, limit, cursor);
        Optional<Inquiries.QueuePosition> after =
                page.after().map(last -> new Inquiries.QueuePosition(last.instant(0), last.uuid(1)));
        List<InquiryThread> waiting = inquiries.waiting(desk, after, page.rowsWanted());
        return Page.of(waiting, page, InquiryResource::place).map(thread -> InquiryView.of(thread, null, zone()));
    }

    private static Cursor place(InquiryThread thread) {
        Promise owed = Objects.requireNonNull(thread.owed());
        return Cursor.of(owed.dueAt(), owed.id());
    }

    private RestResponse<InquiryView> created(ReceiveInquiryHandler.Received received) {
        Inquiry inquiry = received.inquiry();
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.CREATED, InquiryView.of(thread(inquiry.journeyId()), null, zone()))
                .location(URI.create(LOCATION + inquiry.journeyId()))
                .header(HttpHeaders.ETAG, Versions.etag(inquiry.version()))
                .build();
    }

    private InquiryThread thread(UUID journeyId) {
        return inquiries.of(journeyId).orElseThrow(() -> new Inquiry.NotFound(journeyId));
    }

    private ZoneId zone() {
        return terms.get().zone();
    }
}
