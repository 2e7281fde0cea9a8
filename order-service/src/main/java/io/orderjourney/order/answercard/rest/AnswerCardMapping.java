package io.orderjourney.order.answercard.rest;

import io.orderjourney.contracts.orders.OrderPlaced;
import io.orderjourney.contracts.state.DeskPolicy;
import io.orderjourney.contracts.state.NextStep;
import io.orderjourney.order.answercard.AnswerCard;
import io.orderjourney.order.answercard.Appointment;
import io.orderjourney.order.answercard.DateMove;
import io.orderjourney.order.answercard.GateState;
import io.orderjourney.order.answercard.JourneyFact;
import io.orderjourney.order.answercard.JourneySoFar;
import io.orderjourney.order.answercard.Message;
import io.orderjourney.order.answercard.Papers;
import io.orderjourney.order.answercard.TimelineWords;
import io.orderjourney.order.answercard.Whereabouts;
import io.orderjourney.order.answercard.rest.AnswerCardView.AppointmentLine;
import io.orderjourney.order.answercard.rest.AnswerCardView.GateLine;
import io.orderjourney.order.answercard.rest.AnswerCardView.MessageLine;
import io.orderjourney.order.answercard.rest.AnswerCardView.MoveLine;
import io.orderjourney.order.answercard.rest.AnswerCardView.OrderSummary;
import io.orderjourney.order.answercard.rest.AnswerCardView.PromiseLine;
import io.orderjourney.order.answercard.rest.AnswerCardView.Step;
import io.orderjourney.order.answercard.rest.AnswerCardView.TimelineEntry;
import io.orderjourney.order.answercard.rest.AnswerCardView.WhereItIs;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.ShopTerms;
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
        JourneySoFar soFar = card.soFar();
        List<Step> steps = card.waitsFor().stream().map(this::step).toList();
        return new AnswerCardView(
                card.journeyId(),
                soFar.order().orderNumber(),
                soFar.stage(),
                soFar.isOpen(),
                steps.isEmpty() ? null : steps.get(0),
                steps,
                summary(soFar.order()),
                whereItIs(soFar.whereabouts(), soFar.papers()),
                soFar.gates().stream().map(this::gate).toList(),
                appointment(soFar.appointment()),
                card.promises().stream().map(this::promise).toList(),
                card.heard().messages().stream().map(this::message).toList(),
                card.timeline().stream().map(this::entry).toList(),
                local(card.asOf()));
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

    private OrderSummary summary(OrderPlaced order) {
        return new OrderSummary(
                order.customerId(),
                order.language(),
                order.payment(),
                order.pickupPoint(),
                order.lines(),
                order.total(),
                local(order.placedAt()));
    }

    private WhereItIs whereItIs(Whereabouts goods, @Nullable Papers papers) {
        return papers == null
                ? new WhereItIs(goods.place(), localOrNull(goods.expectedAt()), null, null, null)
                : new WhereItIs(
                        goods.place(),
                        localOrNull(goods.expectedAt()),
                        papers.place(),
                        local(papers.since()),
                        papers.lastSeen());
    }

    private GateLine gate(GateState gate) {
        return new GateLine(gate.gate(), gate.open(), localOrNull(gate.since()), gate.why());
    }

    private @Nullable AppointmentLine appointment(@Nullable Appointment appointment) {
        return appointment == null
                ? null
                : new AppointmentLine(
                        appointment.pickupPoint(),
                        appointment.expertId(),
                        local(appointment.startsAt()),
                        local(appointment.endsAt()),
                        localOrNull(appointment.expertInAt()));
    }

    private PromiseLine promise(AnswerCard.PromiseLine line) {
        Promise promise = line.promise();
        return new PromiseLine(
                promise.id(),
                promise.kind(),
                promise.desk(),
                promise.partner(),
                promise.owner(),
                promise.told(),
                local(promise.madeAt()),
                local(promise.firstPromisedAt()),
                promise.precision(),
                localOrNull(promise.windowStartAt()),
                local(promise.dueAt()),
                line.outlook(),
                localOrNull(line.expectedAt()),
                promise.waitsFor(),
                line.reschedules().stream().map(this::reschedule).toList(),
                localOrNull(promise.keptAt()),
                promise.evidence(),
                localOrNull(promise.withdrawnAt()));
    }

    private MoveLine reschedule(DateMove reschedule) {
        return new MoveLine(
                local(reschedule.previousDueAt()),
                local(reschedule.dueAt()),
                reschedule.reason(),
                reschedule.decidedBy(),
                reschedule.bySystem(),
                local(reschedule.rescheduledAt()),
                localOrNull(reschedule.announcedAt()));
    }

    private MessageLine message(Message message) {
        return new MessageLine(
                message.noticeId(),
                message.channel(),
                message.subjects(),
                message.handedOver(),
                message.why(),
                local(message.at()));
    }

    private TimelineEntry entry(JourneyFact fact) {
        return new TimelineEntry(
                local(fact.at()),
                TimelineWords.who(fact),
                TimelineWords.what(fact, zone),
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
