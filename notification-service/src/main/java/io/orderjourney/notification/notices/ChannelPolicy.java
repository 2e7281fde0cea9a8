package io.orderjourney.notification.notices;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.state.CustomerContact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** On which channels a message goes out, and which one comes next when a channel rejects it. */
public final class ChannelPolicy {

    /** A delay that touches the customer's next hours goes out by e-mail and by text at once. */
    static final Duration URGENT_WITHIN = Duration.ofHours(3);

    /** After so many failed attempts the next channel is asked as well. */
    public static final int ATTEMPTS_BEFORE_NEXT = 2;

    private ChannelPolicy() {}

    /** The channels to begin with; empty if the customer can only be called. */
    public static Set<Channel> first(Notice notice, CustomerContact contact, Instant now) {
        return first(notice, contact, now, false, Set.of());
    }

    /**
     * As {@link #first(Notice, CustomerContact, Instant)} while some channels are down: they are passed over, unless the customer
     * has no other. What waits for one of them then leaves when it is up again.
     *
     * @param quiet whether these are the customer's quiet hours: a mail does not wake them
     */
    public static Set<Channel> first(
            Notice notice, CustomerContact contact, Instant now, boolean quiet, Set<Channel> down) {
        List<Channel> working = written(contact).stream()
                .filter(channel -> !down.contains(channel))
                .toList();
        List<Channel> written = working.isEmpty() ? written(contact) : working;
        if (written.isEmpty()) {
            return Set.of();
        }
        boolean byMail = notice.onlyAnswersOwnAct() || (quiet && notice.answersOwnAct());
        if (byMail && written.contains(Channel.EMAIL)) {
            return EnumSet.of(Channel.EMAIL);
        }
        return isUrgent(notice, now) ? EnumSet.copyOf(written) : EnumSet.of(written.get(0));
    }

    /**
     * What to do when a channel rejected a message, or did not accept it for a while.
     *
     * @param failed the channel that did not accept it
     * @param deliveries the message on all channels tried so far, as they stand now
     * @return the next channel to try, CALL when no other is left; empty if it was delivered or another channel is
     *     still trying
     */
    public static Optional<Channel> next(CustomerContact contact, Channel failed, List<Delivery> deliveries) {
        boolean othersWillDo = deliveries.stream()
                .filter(delivery -> delivery.channel() != failed)
                .anyMatch(delivery -> delivery.state() == DeliveryState.DELIVERED
                        || (!delivery.state().isFinal() && delivery.attempts() < ATTEMPTS_BEFORE_NEXT));
        if (othersWillDo) {
            return Optional.empty();
        }
        Set<Channel> tried = deliveries.stream().map(Delivery::channel).collect(Collectors.toSet());
        return Optional.of(written(contact).stream()
                .filter(channel -> !tried.contains(channel))
                .findFirst()
                .orElse(Channel.CALL));
    }

    /**
     * Whether a person should call as well: because a message might be read too late, or because the customer wants to be
     * called with what must reach them. What is written then is for the record.
     */
    public static boolean alsoCall(Notice notice, CustomerContact contact) {
        boolean prefersCalls = contact.preferredChannel() == Channel.CALL && contact.phone() != null;
        return notice.isTripGuard() || (prefersCalls && notice.mustReachTheCustomer());
    }

    private static boolean isUrgent(Notice notice, Instant now) {
        return notice.isTripGuard()
                || notice.newDates().stream()
                        .filter(DateChange::isDelay)
                        .anyMatch(change -> change.notifyBefore().isBefore(now.plus(URGENT_WITHIN)));
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
