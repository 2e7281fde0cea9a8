package io.orderjourney.order.answercard.rest;

import io.orderjourney.contracts.orders.OrderPlaced;
import io.orderjourney.contracts.state.DeskPolicy;
import io.orderjourney.contracts.state.NextStep;
import io.orderjourney.order.answercard.AnswerCard;
import io.orderjourney.order.answercard.GoodsStatus;
import io.orderjourney.order.answercard.JourneyFact;
import io.orderjourney.order.answercard.JourneyProjection;
import io.orderjourney.order.answercard.JourneyProjection.Appointment;
import io.orderjourney.order.answercard.JourneyProjection.GateState;
import io.orderjourney.order.answercard.JourneyProjection.Papers;
import io.orderjourney.order.answercard.NoticeHistory;
import io.orderjourney.order.answercard.TimelineText;
import io.orderjourney.order.answercard.rest.AnswerCardView.AppointmentLine;
import io.orderjourney.order.answercard.rest.AnswerCardView.GateLine;
import io.orderjourney.order.answercard.rest.AnswerCardView.Location;
import io.orderjourney.order.answercard.rest.AnswerCardView.MessageLine;
import io.orderjourney.order.answercard.rest.AnswerCardView.OrderSummary;
import io.orderjourney.order.answercard.rest.AnswerCardView.PromiseLine;
import io.orderjourney.order.answercard.rest.AnswerCardView.RescheduleLine;
import io.orderjourney.order.answercard.rest.AnswerCardView.Step;
import io.orderjourney.order.answercard.rest.AnswerCardView.TimelineEntry;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.rest.PromiseView;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer card in the shop's local time, with the telephones of the desks. */
final class AnswerCardMapping {

    private final ShopTerms terms;
    private final ZoneId zone;

    AnswerCardMapping(ShopTerms terms) {
        this.terms = terms;
        this.zone = terms.zone();
    }

    AnswerCardView view(AnswerCard card) {
        JourneyProjection journey = card.journey();
        List<Step> steps = card.waitsFor().stream().map(this::step).toList();
        return new AnswerCardView(
                card.journeyId(),
                journey.order().orderNumber(),
                journey.stage(),
                journey.isOpen(),
                steps.isEmpty() ? null : steps.get(0),
                steps,
                summary(journey),
                location(journey.location(), journey.papers()),
                journey.gates().stream().map(this::gate).toList(),
                appointment(journey.appointment()),
                card.promises().stream().map(this::promise).toList(),
                card.notices().messages().stream().map(this::message).toList(),
                card.timeline().stream().map(this::entry).toList(),
                journey.chases(),
                local(card.calculatedAt()));
    }

    private Step step(NextStep step) {
        DeskPolicy desk = terms.desk(step.desk());
        return new Step(
                step.kind(),
                step.desk(),
                desk.phone(),
                desk.hours(),
                step.text(),
                localOrNull(step.windowStartAt()),
                local(step.dueAt()));
    }

    private OrderSummary summary(JourneyProjection journey) {
        OrderPlaced order = journey.order();
        return new OrderSummary(
                order.customerId(),
                order.language(),
                journey.payment(),
                order.pickupPoint(),
                order.lines(),
                order.total(),
                local(order.placedAt()));
    }

    private Location location(GoodsStatus.Location goods, @Nullable Papers papers) {
        return papers == null
                ? new Location(goods.place(), localOrNull(goods.expectedAt()), null, null, null)
                : new Location(
                        goods.place(),
                        localOrNull(goods.expectedAt()),
                        papers.place(),
                        local(papers.changedAt()),
                        papers.lastSeen());
    }

    private GateLine gate(GateState gate) {
        return new GateLine(gate.gate(), gate.open(), localOrNull(gate.changedAt()), gate.closeReason());
    }

    private @Nullable AppointmentLine appointment(@Nullable Appointment appointment) {
        return appointment == null
                ? null
                : new AppointmentLine(
                        appointment.pickupPoint(),
                        appointment.expertId(),
                        local(appointment.startsAt()),
                        local(appointment.endsAt()),
                        localOrNull(appointment.expertCheckedInAt()));
    }

    private PromiseLine promise(AnswerCard.PromiseLine line) {
        return new PromiseLine(
                PromiseView.of(line.promise(), zone),
                line.outlook(),
                localOrNull(line.expectedAt()),
                line.reschedules().stream().map(this::reschedule).toList());
    }

    private RescheduleLine reschedule(NoticeHistory.Reschedule reschedule) {
        return new RescheduleLine(
                local(reschedule.previousDueAt()),
                local(reschedule.dueAt()),
                reschedule.reason(),
                reschedule.decidedBy(),
                reschedule.bySystem(),
                local(reschedule.rescheduledAt()),
                localOrNull(reschedule.announcedAt()));
    }

    private MessageLine message(NoticeHistory.Message message) {
        return new MessageLine(
                message.noticeId(),
                message.channel(),
                message.subjects(),
                message.delivered(),
                message.failureReason(),
                local(message.attemptedAt()));
    }

    private TimelineEntry entry(JourneyFact fact) {
        return new TimelineEntry(
                local(fact.occurredAt()),
                TimelineText.actor(fact),
                TimelineText.text(fact, zone),
                fact.type().wireName(),
                fact.source());
    }

    private OffsetDateTime local(Instant at) {
        return at.atZone(zone).toOffsetDateTime();
    }

    private @Nullable OffsetDateTime localOrNull(@Nullable Instant at) {
        return at == null ? null : local(at);
    }
}
