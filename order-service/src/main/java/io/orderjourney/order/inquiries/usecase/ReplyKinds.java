package io.orderjourney.order.inquiries.usecase;

import io.orderjourney.contracts.InquiryChannel;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.order.inquiries.InquiryTopic;
import java.util.Set;

/** Which promise an inquiry begins with. */
final class ReplyKinds {

    static final Set<PromiseKind> ALL =
            Set.of(PromiseKind.INQUIRY_REPLY, PromiseKind.PUBLIC_REPLY, PromiseKind.COMPLAINT_ANSWER);

    private ReplyKinds() {}

    /** What everybody can read is answered sooner; a complaint is answered with more than words. */
    static PromiseKind of(InquiryTopic topic, InquiryChannel channel) {
        if (topic.complaint()) {
            return PromiseKind.COMPLAINT_ANSWER;
        }
        return channel == InquiryChannel.SOCIAL ? PromiseKind.PUBLIC_REPLY : PromiseKind.INQUIRY_REPLY;
    }
}
