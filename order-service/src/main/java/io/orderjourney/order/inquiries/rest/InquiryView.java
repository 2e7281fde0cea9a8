package io.orderjourney.order.inquiries.rest;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.InquiryChannel;
import io.orderjourney.order.customers.Customer;
import io.orderjourney.order.customers.rest.ContactView;
import io.orderjourney.order.inquiries.Entry;
import io.orderjourney.order.inquiries.Inquiry;
import io.orderjourney.order.inquiries.ToneCheck;
import io.orderjourney.order.inquiries.usecase.InquiryThread;
import io.orderjourney.order.orders.Order;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.rest.PromiseView;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An inquiry as desks see it: the whole dialogue on one timeline, and what was promised. */
@Schema(name = "InquiryThread", description = "An inquiry with the whole dialogue and what was promised")
record InquiryView(
        UUID journeyId,

        @Schema(examples = "Q-100007", description = "The number people use")
        String number,

        @Schema(examples = "STOCK") String topic,
        InquiryChannel channel,

        @Schema(description = "Who answers") Desk desk,

        @Schema(examples = "pl", description = "BCP 47 language in which the customer is answered")
        String language,

        @Nullable @Schema(description = "Absent if the customer was erased")
        ContactView customer,

        @Nullable @Schema(examples = "A-100042", description = "The order that it is about; absent if it is about none")
        String orderNumber,

        OffsetDateTime receivedAt,

        boolean open,

        @Nullable @Schema(description = "When the last reply was written; absent while it is open")
        OffsetDateTime answeredAt,

        @Nullable
        @Schema(description = "What the customer was told they hear next, in their language; absent after the answer")
        String told,

        @Nullable @Schema(description = "By when they hear it; absent after the answer")
        OffsetDateTime dueAt,

        @Schema(description = "All that was said in this dialogue, in the order of time")
        List<EntryView> entries,

        @Schema(description = "All that was promised in this inquiry")
        List<PromiseView> promises,

        @Nullable @Schema(description = "After a reply: words of it to think about again; absent otherwise")
        List<ToneWarning> warnings) {

    /** One thing that was said. */
    @Schema(name = "InquiryEntry", description = "One thing that was said, by the customer or by a desk")
    record EntryView(
            Entry.Kind kind,

            @Nullable @Schema(description = "How it came; absent for what the shop wrote")
            InquiryChannel channel,

            String text,

            @Schema(examples = "care:olga") String writtenBy,
            OffsetDateTime writtenAt,

            @Schema(description = "With INTERIM: whom the shop asked")
            Entry.@Nullable WaitsFor waitsFor,

            @Nullable @Schema(description = "With INTERIM: what it asked them")
            String askedThem) {

        static EntryView of(Entry entry, ZoneId zone) {
            return new EntryView(
                    entry.kind(),
                    entry.channel(),
                    entry.text(),
                    entry.writtenBy(),
                    at(entry.writtenAt(), zone),
                    entry.waitsFor(),
                    entry.askedThem());
        }
    }

    /** Words to think about again. */
    @Schema(name = "ToneWarning", description = "Words that blame somebody, close the door or name no date")
    record ToneWarning(
            ToneCheck.Fault fault,
            @Schema(examples = "wina kuriera") String words) {

        static List<ToneWarning> of(List<ToneCheck.Finding> findings) {
            return findings.stream()
                    .map(finding -> new ToneWarning(finding.fault(), finding.words()))
                    .toList();
        }
    }

    static InquiryView of(InquiryThread thread, @Nullable List<ToneCheck.Finding> findings, ZoneId zone) {
        Inquiry inquiry = thread.inquiry();
        Customer customer = thread.customer();
        Order order = thread.order();
        Promise next = thread.next();
        Instant answeredAt = inquiry.answeredAt();
        return new InquiryView(
                inquiry.journeyId(),
                inquiry.number(),
                inquiry.topic(),
                inquiry.channel(),
                inquiry.desk(),
                inquiry.language(),
                customer == null ? null : ContactView.of(customer.contact()),
                order == null ? null : order.number(),
                at(inquiry.receivedAt(), zone),
                inquiry.isOpen(),
                answeredAt == null ? null : at(answeredAt, zone),
                next == null ? null : next.told(),
                next == null ? null : at(next.dueAt(), zone),
                thread.entries().stream()
                        .map(entry -> EntryView.of(entry, zone))
                        .toList(),
                thread.promises().stream()
                        .map(promise -> PromiseView.of(promise, zone))
                        .toList(),
                findings == null ? null : ToneWarning.of(findings));
    }

    private static OffsetDateTime at(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toOffsetDateTime();
    }
}
