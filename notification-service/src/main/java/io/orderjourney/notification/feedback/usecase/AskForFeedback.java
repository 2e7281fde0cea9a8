package io.orderjourney.notification.feedback.usecase;

import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.notification.contacts.Contacts;
import io.orderjourney.notification.feedback.Feedback;
import io.orderjourney.notification.feedback.FeedbackPolicy;
import io.orderjourney.notification.feedback.FeedbackPolicy.Candidate;
import io.orderjourney.notification.ledger.Journey;
import io.orderjourney.notification.ledger.Journeys;
import io.orderjourney.notification.ledger.LedgerStatus;
import io.orderjourney.notification.ledger.PromisedDate;
import io.orderjourney.notification.ledger.PromisedDates;
import io.orderjourney.notification.notices.usecase.NewsBatch;
import io.orderjourney.notification.notices.usecase.NoticePlanner;
import io.orderjourney.notification.recovery.usecase.ReadRecoveries;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Asks customers how it was, some days after they got their goods: in as many statements for a hundred as for one. */
@ApplicationScoped
public class AskForFeedback {

    private static final int SLICE = 100;

    private static final Set<LedgerStatus> BROKEN =
            EnumSet.of(LedgerStatus.MISSED_UNANNOUNCED, LedgerStatus.RESCHEDULED_LATE);

    /** Inside this service, after the commit: somebody is to be asked. */
    record Planned() {}

    private final Feedback.Answers answers;
    private final Journeys journeys;
    private final Contacts contacts;
    private final Promises promises;
    private final PromisedDates dates;
    private final ReadRecoveries recoveries;
    private final NoticePlanner notices;
    private final BusinessClock clock;
    private final Event<Planned> planned;

    AskForFeedback(
            Feedback.Answers answers,
            Journeys journeys,
            Contacts contacts,
            Promises promises,
            PromisedDates dates,
            ReadRecoveries recoveries,
            NoticePlanner notices,
            BusinessClock clock,
            Event<Planned> planned) {
        this.answers = answers;
        this.journeys = journeys;
        this.contacts = contacts;
        this.promises = promises;
        this.dates = dates;
        this.recoveries = recoveries;
        this.notices = notices;
        this.clock = clock;
        this.planned = planned;
    }

    /** The customers of these journeys have their goods. */
    @Transactional
    public void received(Collection<UUID> journeyIds) {
        FeedbackPolicy policy = answers.policy();
        if (policy.active() && !journeyIds.isEmpty()) {
            answers.plan(journeyIds, policy.askAt(clock.instant()));
            planned.fire(new Planned());
        }
    }

    /**
     * Asks some of those who are due.
     *
     * @return how many were looked at
     */
    @Transactional
    public int askNext() {
        Instant now = clock.instant();
        List<UUID> due = answers.takeDue(now, SLICE);
        if (due.isEmpty()) {
            return 0;
        }
        FeedbackPolicy policy = answers.policy();
        Map<UUID, Journey> known = journeys.find(due);
        Set<UUID> customers = known.values().stream().map(Journey::customerId).collect(Collectors.toSet());
        Map<UUID, CustomerContact> reachable = contacts.find(customers);
        Map<UUID, Feedback.AskedBefore> before = answers.askedBefore(customers);
        Set<UUID> failed = failed(due, now);
        // One customer with two orders is asked about one of them.
        Map<UUID, Journey> asked = known.values().stream()
                .filter(journey -> {
                    boolean letDown = failed.contains(journey.id());
                    Candidate who = new Candidate(
                            reachable.containsKey(journey.customerId()),
                            journey.end() == JourneyEnd.COMPLETED,
                            letDown,
                            letDown && recoveries.isDone(journey.id()));
                    Feedback.AskedBefore last = before.get(journey.customerId());
                    return policy.mayAsk(last == null ? who : who.with(last), now);
                })
                .collect(Collectors.toMap(Journey::customerId, journey -> journey, (one, other) -> one));
        NewsBatch news = notices.batch(asked.values().stream().map(Journey::id).toList());
        asked.values().forEach(journey -> news.tell(journey.id(), NoticeSubject.FEEDBACK_REQUEST));
        news.write();
        answers.asked(asked.keySet(), now);
        return due.size();
    }

    /** The journeys in which a promise was broken without a word, or with one that came too late. */
    private Set<UUID> failed(List<UUID> due, Instant now) {
        List<Promise> made = promises.of(due);
        Map<UUID, List<PromisedDate>> history =
                dates.of(made.stream().map(Promise::id).collect(Collectors.toSet()));
        return made.stream()
                .filter(promise ->
                        BROKEN.contains(LedgerStatus.of(promise, history.getOrDefault(promise.id(), List.of()), now)))
                .map(Promise::journeyId)
                .collect(Collectors.toSet());
    }
}
