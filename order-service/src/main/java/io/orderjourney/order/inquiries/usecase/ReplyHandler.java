package io.orderjourney.order.inquiries.usecase;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.orders.JourneyEnded;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.messaging.state.StateTopics;
import io.orderjourney.order.inquiries.Entry;
import io.orderjourney.order.inquiries.Inquiries;
import io.orderjourney.order.inquiries.Inquiry;
import io.orderjourney.order.inquiries.InquiryTopic;
import io.orderjourney.order.inquiries.ReplyPolicy;
import io.orderjourney.promises.DecidedBy;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.PromiseDates;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.promises.usecase.PromiseDesk.Recipient;
import io.orderjourney.time.BusinessCalendar;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Answers an inquiry, says when the answer comes, or hands it over to the desk that knows. */
@ApplicationScoped
public class ReplyHandler {

    private static final String EVIDENCE = "reply ";

    private final Inquiries inquiries;
    private final PromiseDesk desk;
    private final StateTopics topics;
    private final JourneyLog log;
    private final CurrentTerms terms;
    private final InquirySettings settings;
    private final BusinessClock clock;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    ReplyHandler(
            Inquiries inquiries,
            PromiseDesk desk,
            StateTopics topics,
            JourneyLog log,
            CurrentTerms terms,
            InquirySettings settings,
            BusinessClock clock) {
        this.inquiries = inquiries;
        this.desk = desk;
        this.topics = topics;
        this.log = log;
        this.terms = terms;
        this.settings = settings;
        this.clock = clock;
    }

    /** An interim reply that puts the answer off further than the shop ever does. */
    public static final class TooFar extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Instant latestAt;

        TooFar(Instant latestAt) {
            super("An answer is not put off that far");
            this.latestAt = latestAt;
        }

        /** The latest time that may be said. */
        public Instant latestAt() {
            return latestAt;
        }
    }

    /**
     * What has to be found out before the answer.
     *
     * @param answerBy by when the answer comes
     * @param waitsFor whom the shop asks
     * @param askedThem what it asks them
     */
    public record Interim(
            Instant answerBy,
            Entry.WaitsFor waitsFor,
            @Nullable String askedThem) {}

    /**
     * Answers: the promise is kept, the journey is over unless an article is away to be repaired, and the customer reads it
     * once.
     *
     * @param requireVersion throws if the caller has seen another version of the inquiry than the one it is given
     * @throws Inquiry.NotFound if there is no such inquiry
     * @throws Inquiry.AlreadyAnswered if it is answered
     * @throws ReplyPolicy.SendsAway if it is only a link
     * @throws ReplyPolicy.NotAnAnswer if it says nothing
     * @throws ReplyPolicy.ApologyMissing if a complaint is answered without one
     */
    @Transactional
    public Inquiry answer(UUID journeyId, String text, LongConsumer requireVersion, String actor) {
        ReplyPolicy.require(text);
        Inquiry inquiry = forChange(journeyId, requireVersion);
        boolean goesOn = inquiry.isBeingRepaired();
        if (goesOn) {
            inquiry.requireOpen();
        }
        Inquiry answered = goesOn ? inquiry.touched() : inquiry.answered(clock.instant());
        InquiryTopic topic = settings.topics().get(inquiry.topic());
        if (topic != null && topic.complaint()) {
            ReplyPolicy.requireApology(text, inquiry.language());
        }
        Entry reply = write(inquiry, Entry.Kind.FINAL, text, null, actor);
        inquiries.change(answered);
        ReplyKinds.ALL.forEach(kind -> desk.keepOpen(journeyId, kind, EVIDENCE + reply.id(), actor));
        desk.keepOpen(journeyId, PromiseKind.NEXT_UPDATE, EVIDENCE + reply.id(), actor);
        if (!goesOn) {
            log.append(NewEvent.of(
                    EventTypes.JOURNEY_ENDED,
                    journeyId,
                    new JourneyEnded(JourneyEnd.COMPLETED, reply.writtenAt()),
                    actor));
        }
        return answered;
    }

    /**
     * Says that the answer needs longer, why and until when. If that is more than a business day, an update is promised within
     * one: nobody waits longer without a word.
     *
     * @param decidedBy a desk puts an answer off once; after that a manager decides
     * @throws Inquiry.NotFound if there is no such inquiry
     * @throws Inquiry.AlreadyAnswered if it is answered
     * @throws Inquiry.WaitsForGoods if they wait for goods: the warehouse gives them another day
     * @throws ReplyPolicy.SendsAway if it is only a link
     * @throws ReplyPolicy.NotAnAnswer if it says nothing
     * @throws TooFar if the shop never takes that long
     * @throws io.orderjourney.promises.PromiseRefused if the desk cannot answer then, with the next time that it can
     * @throws io.orderjourney.promises.ManagerApprovalRequired if a manager must decide
     */
    @Transactional
    public Inquiry putOff(
            UUID journeyId,
            String text,
            Interim interim,
            DecidedBy decidedBy,
            LongConsumer requireVersion,
            String actor) {
        ReplyPolicy.require(text);
        Inquiry inquiry = forChange(journeyId, requireVersion);
        inquiry.requireOpen();
        Promise promised = replyOf(journeyId).orElseThrow(inquiry::waitsForGoods);
        Instant latestAt = latestAt(inquiry.desk());
        if (interim.answerBy().isAfter(latestAt)) {
            throw new TooFar(latestAt);
        }
        ReasonCode reason = interim.waitsFor().isPartner() ? ReasonCode.PARTNER_ESTIMATE : ReasonCode.DESK_BUSY;
        desk.rescheduleTo(promised.id(), interim.answerBy(), reason, null, decidedBy, actor, anyRevision -> {});
        Entry reply = write(inquiry, Entry.Kind.INTERIM, text, interim, actor);
        desk.keepOpen(journeyId, PromiseKind.NEXT_UPDATE, EVIDENCE + reply.id(), actor);
        Instant oneDayAhead = PromiseDates.at(clock.instant(), terms.get()).oneBusinessDayAhead(inquiry.desk());
        if (interim.answerBy().isAfter(oneDayAhead)) {
            Recipient customer = new Recipient(journeyId, inquiry.customerId(), inquiry.language());
            desk.makeNextUpdate(customer, inquiry.desk(), actor);
        }
        Inquiry touched = inquiry.touched();
        inquiries.change(touched);
        return touched;
    }

    /** The warehouse named a day for the goods that the customer waits for: the word that this desk owed is given. */
    @Transactional
    public void goodsPromised(UUID journeyId, UUID promiseId, String actor) {
        desk.keepOpen(journeyId, PromiseKind.NEXT_UPDATE, "promise " + promiseId, actor);
    }

    /** The goods that the customer waited for are there, and they are told: the inquiry is over. */
    @Transactional
    public void goodsThere(UUID journeyId, String actor) {
        Inquiry inquiry = inquiries.getForChange(journeyId);
        if (!inquiry.isOpen() || replyOf(journeyId).isPresent()) {
            // Somebody answered it meanwhile, or they asked something else too.
            return;
        }
        Instant now = clock.instant();
        inquiries.change(inquiry.answered(now));
        desk.withdrawAll(journeyId, "the goods are there", actor);
        log.append(
                NewEvent.of(EventTypes.JOURNEY_ENDED, journeyId, new JourneyEnded(JourneyEnd.COMPLETED, now), actor));
    }

    /**
     * Another desk knows it. The date stands.
     *
     * @param note what the next desk should know; customers do not read it
     * @throws Inquiry.NotFound if there is no such inquiry
     * @throws Inquiry.AlreadyAnswered if it is answered
     */
    @Transactional
    public Inquiry handOver(UUID journeyId, Desk to, @Nullable String note, LongConsumer requireVersion, String actor) {
        Inquiry handedOver = forChange(journeyId, requireVersion).handedOver(to);
        inquiries.change(handedOver);
        inquiries.say(new Entry(
                ids.generate(),
                journeyId,
                Entry.Kind.HANDED_OVER,
                null,
                note == null ? to.name() : to.name() + ": " + note,
                actor,
                clock.instant(),
                null,
                null));
        return handedOver;
    }

    private Inquiry forChange(UUID journeyId, LongConsumer requireVersion) {
        Inquiry inquiry = inquiries.getForChange(journeyId);
        requireVersion.accept(inquiry.version());
        return inquiry;
    }

    private Optional<Promise> replyOf(UUID journeyId) {
        return desk.open(journeyId).values().stream()
                .filter(promise -> ReplyKinds.ALL.contains(promise.kind()))
                .findFirst();
    }

    private Instant latestAt(Desk of) {
        BusinessCalendar calendar = terms.get().calendar(of);
        LocalDate today = calendar.businessDayAt(calendar.nextOpen(clock.instant()));
        LocalDate last = calendar.openDaysFrom(today.plusDays(1))
                .skip(settings.interimDaysMax() - 1L)
                .findFirst()
                .orElseThrow();
        return calendar.closingAt(
                calendar.nextOpen(last.atStartOfDay(calendar.zone()).toInstant()));
    }

    /** What a desk wrote reaches the customer on the compacted topic {@code replies}: no log keeps their words. */
    private Entry write(Inquiry inquiry, Entry.Kind kind, String text, @Nullable Interim interim, String actor) {
        Entry reply = new Entry(
                ids.generate(),
                inquiry.journeyId(),
                kind,
                null,
                text.strip(),
                actor,
                clock.instant(),
                interim == null ? null : interim.waitsFor(),
                interim == null ? null : interim.askedThem());
        inquiries.say(reply);
        topics.touch(EventTypes.REPLY_WRITTEN.topic(), reply.id().toString());
        return reply;
    }
}
