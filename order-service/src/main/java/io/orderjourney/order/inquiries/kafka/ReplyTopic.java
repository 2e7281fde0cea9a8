package io.orderjourney.order.inquiries.kafka;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.state.ReplyText;
import io.orderjourney.messaging.state.StateSource;
import io.orderjourney.order.inquiries.Entry;
import io.orderjourney.order.inquiries.Inquiries;
import io.orderjourney.order.inquiries.Inquiry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The compacted topic {@code replies}: what desks wrote to customers, readable by the four services only. */
@ApplicationScoped
class ReplyTopic implements StateSource {

    private final Inquiries inquiries;

    ReplyTopic(Inquiries inquiries) {
        this.inquiries = inquiries;
    }

    @Override
    public EventType<?> type() {
        return EventTypes.REPLY_WRITTEN;
    }

    @Override
    public Map<String, Object> current(Collection<String> keys) {
        List<Entry> replies =
                inquiries.replies(keys.stream().map(UUID::fromString).toList());
        Map<UUID, Inquiry> of = inquiries
                .of(replies.stream().map(Entry::journeyId).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Inquiry::journeyId, Function.identity()));
        return replies.stream()
                .collect(Collectors.toMap(
                        reply -> reply.id().toString(),
                        reply -> text(reply, Objects.requireNonNull(of.get(reply.journeyId())))));
    }

    private static ReplyText text(Entry reply, Inquiry inquiry) {
        return new ReplyText(
                reply.id(),
                reply.journeyId(),
                inquiry.customerId(),
                reply.kind() == Entry.Kind.FINAL ? NoticeSubject.INQUIRY_ANSWERED : NoticeSubject.INQUIRY_UPDATE,
                reply.text());
    }
}
