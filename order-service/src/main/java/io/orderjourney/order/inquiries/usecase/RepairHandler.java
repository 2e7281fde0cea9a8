package io.orderjourney.order.inquiries.usecase;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.InquiryChannel;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.RepairOutcome;
import io.orderjourney.contracts.RepairReport;
import io.orderjourney.contracts.orders.RepairDiagnosed;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.order.inquiries.Inquiries;
import io.orderjourney.order.inquiries.Inquiry;
import io.orderjourney.order.inquiries.Repair;
import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.Orders;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.promises.usecase.PromiseDesk.Recipient;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * An article that a customer brought back: what is wrong is promised by one day, that it is back by another. The workshop's
 * dates are estimates, which move the forecast; the customer hears before a day slips.
 */
@ApplicationScoped
public class RepairHandler {

    private static final Logger LOG = Logger.getLogger(RepairHandler.class);

    private final ReceiveInquiryHandler receive;
    private final ReplyHandler replies;
    private final Inquiries inquiries;
    private final Orders orders;
    private final PromiseDesk desk;
    private final JourneyLog log;
    private final InquirySettings settings;
    private final BusinessClock clock;

    RepairHandler(
            ReceiveInquiryHandler receive,
            ReplyHandler replies,
            Inquiries inquiries,
            Orders orders,
            PromiseDesk desk,
            JourneyLog log,
            InquirySettings settings,
            BusinessClock clock) {
        this.receive = receive;
        this.replies = replies;
        this.inquiries = inquiries;
        this.orders = orders;
        this.desk = desk;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What was brought back.
     *
     * @param workshop name of the partner that gets it
     * @param fault what the customer says is wrong
     * @param actor who took it in
     */
    public record NewRepair(
            String orderNumber,
            String sku,
            String workshop,
            boolean underWarranty,
            InquiryChannel channel,
            String fault,
            String actor) {}

    /**
     * What a workshop says.
     *
     * @param outcome with DIAGNOSED, and only then
     * @param etaAt when the step at hand will be done; with ETA always
     * @param saidAt when it said so
     */
    public record Report(
            RepairReport report,
            @Nullable RepairOutcome outcome,
            @Nullable Instant etaAt,
            Instant saidAt) {}

    /**
     * Takes an article in.
     *
     * @throws Repair.NotBoughtHere if no order of this number has it
     */
    @Transactional
    public Inquiry begin(NewRepair brought) {
        Order order = orders.findByNumber(brought.orderNumber()).orElseThrow(Repair.NotBoughtHere::new);
        OrderLine line = order.lines().stream()
                .filter(one -> one.sku().equals(brought.sku()))
                .findFirst()
                .orElseThrow(Repair.NotBoughtHere::new);
        return receive.receive(new ReceiveInquiryHandler.NewInquiry(
                        settings.repairTopic(),
                        brought.channel(),
                        order.customerId(),
                        null,
                        order.number(),
                        null,
                        Repair.begun(line.sku(), line.name(), brought.workshop(), brought.underWarranty()),
                        brought.fault(),
                        brought.actor()))
                .inquiry();
    }

    /**
     * Applies what the workshop says. A report that a later one has overtaken changes nothing.
     *
     * @param workshop whose articles the caller reaches; null for all of them
     * @throws Inquiry.NotARepair if there is none within reach
     * @throws Repair.Refused if it does not fit where the article is
     */
    @Transactional
    public Inquiry report(UUID journeyId, @Nullable String workshop, Report said, String actor) {
        return apply(journeyId, workshop, said, actor);
    }

    private Inquiry apply(UUID journeyId, @Nullable String workshop, Report said, String actor) {
        Inquiry inquiry = locked(journeyId, workshop);
        Repair before = inquiry.requireRepair();
        Instant now = clock.instant();
        // A partner's clock may be ahead; what it says later must count all the same.
        Instant at = (said.saidAt().isAfter(now) ? now : said.saidAt()).truncatedTo(ChronoUnit.MILLIS);
        if (before.knowsBetter(at)) {
            return inquiry;
        }
        Instant etaAt = said.etaAt() == null ? null : said.etaAt().truncatedTo(ChronoUnit.MILLIS);
        Repair after = before.reported(said.report(), said.outcome(), etaAt, at, now);
        Inquiry changed = inquiry.repaired(after);
        inquiries.change(changed);
        RepairOutcome outcome = said.outcome();
        if (outcome != null) {
            diagnosed(changed, after, new RepairDiagnosed(after.workshop(), outcome, at), etaAt, actor);
        } else if (etaAt != null) {
            desk.open(journeyId, after.step())
                    .ifPresent(promise ->
                            desk.partnerEstimate(promise, etaAt, ReasonCode.WORKSHOP_LATE, after.workshop()));
        }
        return changed;
    }

    /** As {@link #report}, for a report that gets no response: one that does not fit is ignored. As a dead letter it would block what follows. */
    @Transactional
    public void reportUnanswered(UUID journeyId, String workshop, Report said, String actor) {
        try {
            apply(journeyId, workshop, said, actor);
        } catch (Repair.Refused | Inquiry.NotARepair | Inquiry.NotFound | Inquiry.AlreadyAnswered refused) {
            LOG.warnf("Ignored %s of repair %s from %s: %s", said.report(), journeyId, actor, refused.getMessage());
        }
    }

    private void diagnosed(
            Inquiry inquiry, Repair repair, RepairDiagnosed diagnosed, @Nullable Instant etaAt, String actor) {
        UUID journeyId = inquiry.journeyId();
        desk.keepOpen(journeyId, PromiseKind.REPAIR_DIAGNOSIS, "diagnosed: " + diagnosed.outcome(), actor);
        log.append(NewEvent.of(EventTypes.REPAIR_DIAGNOSED, journeyId, diagnosed, actor));
        Promise back = desk.makeEarliest(
                new Recipient(journeyId, inquiry.customerId(), inquiry.language()),
                PromiseKind.REPAIR_DONE,
                List.of(),
                etaAt == null ? clock.instant() : etaAt,
                actor);
        if (etaAt != null) {
            desk.partnerEstimate(back, etaAt, ReasonCode.WORKSHOP_LATE, repair.workshop());
        }
    }

    /**
     * The shop has the article in its hands: the promise is kept, the customer is told, and it is over unless they asked
     * something else too.
     *
     * @throws Repair.Refused if it is back already, or not diagnosed
     */
    @Transactional
    public Inquiry back(UUID journeyId, LongConsumer requireVersion, String actor) {
        Inquiry inquiry = locked(journeyId, null);
        requireVersion.accept(inquiry.version());
        Repair back = inquiry.requireRepair().back(clock.instant());
        inquiries.change(inquiry.repaired(back));
        desk.keepOpen(journeyId, PromiseKind.REPAIR_DONE, "checked in", actor);
        replies.goodsThere(journeyId, actor);
        return inquiries.find(journeyId).orElseThrow();
    }

    /**
     * Nothing comes of the repair: the customer reads what they get instead, with an apology, and it is over.
     *
     * @throws Repair.Refused if the article is back already
     */
    @Transactional
    public Inquiry giveUp(UUID journeyId, String text, LongConsumer requireVersion, String actor) {
        Inquiry inquiry = locked(journeyId, null);
        requireVersion.accept(inquiry.version());
        inquiries.change(inquiry.repaired(inquiry.requireRepair().givenUp(clock.instant())));
        desk.open(journeyId).values().stream()
                .filter(promise -> ReplyKinds.REPAIRS.contains(promise.kind()))
                .forEach(promise -> desk.withdraw(promise.id(), "the repair is given up", actor));
        return replies.answer(journeyId, text, anyVersion -> {}, actor);
    }

    private Inquiry locked(UUID journeyId, @Nullable String workshop) {
        Inquiry inquiry = inquiries.getForChange(journeyId);
        Repair repair = inquiry.requireRepair();
        if (workshop != null && !workshop.equals(repair.workshop())) {
            throw new Inquiry.NotFound(journeyId);
        }
        return inquiry;
    }
}
