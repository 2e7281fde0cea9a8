package io.orderjourney.order.inquiries.usecase;

import io.orderjourney.contracts.InquiryChannel;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.order.inquiries.InquiryTopic;
import java.util.Set;

/** Which promise an inquiry begins with. */
final class ReplyKinds {

    static final Set<PromiseKind> ALL =
            Set.of(PromiseKind.INQUIRY_REPLY, PromiseKind.PUBLIC_REPLY, PromiseKind.COMPLAINT_ANSWER);

    /** What the workshop does. */
    static final Set<PromiseKind> REPAIRS = Set.of(PromiseKind.REPAIR_DIAGNOSIS, PromiseKind.REPAIR_DONE);

    private ReplyKinds() {}

    /** Whether it stands in the queue of customer care. */
    static boolean isOwed(PromiseKind kind) {
        return ALL.contains(kind) || REPAIRS.contains(kind);
    }

    /** What everybody can read is answered sooner; a complaint is answered with more than words. */
    static PromiseKind of(InquiryTopic topic, InquiryChannel channel) {
        if (topic.complaint()) {
            return PromiseKind.COMPLAINT_ANSWER;
        }
        return channel == InquiryChannel.SOCIAL ? PromiseKind.PUBLIC_REPLY : PromiseKind.INQUIRY_REPLY;
    }
}
