package io.orderjourney.notification.notices;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.state.CustomerContact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** On which channels a message goes out, and which one comes next when a channel refuses. */
public final class ChannelPolicy {

    /** A delay that touches the customer's next hours goes out by e-mail and by text at once. */
    static final Duration URGENT_WITHIN = Duration.ofHours(3);

    private ChannelPolicy() {}

    /** The channels to begin with; empty if the customer can only be called. */
    public static Set<Channel> first(Notice notice, CustomerContact contact, Instant now) {
        List<Channel> written = written(contact);
        if (written.isEmpty()) {
            return Set.of();
        }
        return isUrgent(notice, now) ? EnumSet.copyOf(written) : EnumSet.of(written.get(0));
    }

    /** The written channel to try after these were refused; CALL when none is left. */
    public static Channel next(CustomerContact contact, Set<Channel> refused) {
        return written(contact).stream()
                .filter(channel -> !refused.contains(channel))
                .findFirst()
                .orElse(Channel.CALL);
    }

    /** Whether a person should call as well, because a message might be read too late. */
    public static boolean alsoCall(Notice notice) {
        return notice.tells(NoticeSubject.READINESS_WITHDRAWN);
    }

    private static boolean isUrgent(Notice notice, Instant now) {
        return notice.tells(NoticeSubject.READINESS_WITHDRAWN)
                || notice.newDates().stream()
                        .filter(DateChange::isDelay)
                        .anyMatch(change -> change.believedAnchorAt().isBefore(now.plus(URGENT_WITHIN)));
    }

    private static List<Channel> written(CustomerContact contact) {
        List<Channel> channels = new ArrayList<>();
        if (contact.email() != null) {
            channels.add(Channel.EMAIL);
        }
        if (contact.phone() != null) {
            channels.add(contact.preferredChannel() == Channel.SMS ? 0 : channels.size(), Channel.SMS);
        }
        return channels;
    }
}
