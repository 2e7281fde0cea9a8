package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.notification.desktasks.usecase.DeskTaskHandler;
import io.orderjourney.notification.notices.ChannelPolicy;
import io.orderjourney.notification.notices.Deliveries;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.notices.Notices;
import io.orderjourney.notification.notices.SendTimePolicy;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Decides, when a message is due, whether it is still valid and on which channels it leaves. */
@ApplicationScoped
public class DispatchNotices {

    private static final int BATCH = 100;

    /** A message that cannot be handled must not block the others. */
    private static final Duration POSTPONED_BY = Duration.ofMinutes(5);

    private final Notices notices;
    private final Deliveries deliveries;
    private final NoticeValidator validator;
    private final RequestCall calls;
    private final DeskTaskHandler desks;
    private final Invitations invitations;
    private final JourneyLog log;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    DispatchNotices(
            Notices notices,
            Deliveries deliveries,
            NoticeValidator validator,
            RequestCall calls,
            DeskTaskHandler desks,
            Invitations invitations,
            JourneyLog log,
            CurrentTerms terms,
            BusinessClock clock) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.validator = validator;
        this.calls = calls;
        this.desks = desks;
        this.invitations = invitations;
        this.log = log;
        this.terms = terms;
        this.clock = clock;
    }

    /** Messages that are due; they are to be given to {@link #dispatch}. */
    @Transactional
    public List<UUID> due() {
        return notices.due(clock.instant(), BATCH);
    }

    /** Lets messages leave, or drops them: in as many statements for a hundred of them as for one. */
    @Transactional
    public void dispatch(Collection<UUID> ids) {
        List<Notice> planned = notices.takePlanned(ids);
        if (!planned.isEmpty()) {
            NoticeFacts facts = validator.facts(planned);
            log.together(() -> {
                dispatch(planned, facts);
                return planned.size();
            });
        }
    }

    /** Leaves a message alone for a while. */
    @Transactional
    public void postpone(UUID id) {
        Instant until = clock.instant().plus(POSTPONED_BY);
        notices.change(notices.takePlanned(List.of(id)).stream()
                .map(notice -> notice.leavingAfter(until))
                .toList());
    }

    private void dispatch(List<Notice> planned, NoticeFacts facts) {
        Instant now = clock.instant();
        Set<Channel> down = deliveries.channelsDown();
        List<Notice> changed = new ArrayList<>();
        List<Deliveries.Way> ways = new ArrayList<>();
        List<Notice> leaving = new ArrayList<>();
        List<Notice> called = new ArrayList<>();
        for (Notice one : planned) {
            Notice notice = facts.stillValid(one);
            // Erased since it was found due: the erasure drops the message.
            CustomerContact contact = facts.contactOf(notice).orElse(null);
            if (notice.parts().isEmpty()) {
                changed.add(notice.dropped("what it would say is no longer valid"));
            } else if (contact != null && mayLeave(notice, contact, facts, now, changed)) {
                boolean quiet = SendTimePolicy.outsideQuietHours(now, notice, terms.get(), facts.zoneOf(notice))
                        .isAfter(now);
                Set<Channel> channels = ChannelPolicy.first(notice, contact, now, quiet, down);
                leaving.add(notice);
                channels.forEach(channel -> ways.add(new Deliveries.Way(notice.id(), channel)));
                if (channels.isEmpty() || ChannelPolicy.alsoCall(notice, contact)) {
                    called.add(notice);
                }
            }
        }
        leaving.forEach(notice -> changed.add(notice.leaving()));
        notices.change(changed);
        deliveries.plan(ways, now);
        // A call must not contradict one of these messages.
        desks.closeCalls(
                leaving.stream().map(Notice::journeyId).collect(Collectors.toSet()),
                this::isObsolete,
                "obsolete: what it says is no longer valid");
        calls.request(called, facts, now);
    }

    /** @param changed gets a message that leaves at another time */
    private boolean mayLeave(
            Notice notice, CustomerContact contact, NoticeFacts facts, Instant now, List<Notice> changed) {
        Instant allowedAt =
                SendTimePolicy.allowedAt(now, notice, contact.email() != null, terms.get(), facts.zoneOf(notice));
        if (allowedAt.isAfter(now)) {
            // It was delayed into the quiet hours, or the customer's zone became known later.
            changed.add(notice.leavingAfter(allowedAt));
            return false;
        }
        if (facts.mustWaitForNews(notice)) {
            changed.add(notice.leavingAfter(now.plus(NoticeValidator.UNTIL_NEWS)));
            return false;
        }
        if (facts.mustWaitForCancellation(notice)) {
            invitations.holdBack(notice, now);
            return false;
        }
        return true;
    }

    private boolean isObsolete(UUID noticeId) {
        return notices.find(noticeId)
                .map(validator::stillValid)
                .map(notice -> notice.parts().isEmpty())
                .orElse(false);
    }
}
