package io.orderjourney.notification.partners.kafka;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.credit.ApplicationReceivedByBank;
import io.orderjourney.contracts.credit.CreditApproved;
import io.orderjourney.contracts.credit.CreditRefused;
import io.orderjourney.contracts.fulfillment.GoodsReserved;
import io.orderjourney.contracts.fulfillment.ParcelDelivered;
import io.orderjourney.contracts.fulfillment.StockArrived;
import io.orderjourney.contracts.fulfillment.StockEtaChanged;
import io.orderjourney.contracts.promises.PromiseEstimated;
import io.orderjourney.contracts.promises.PromiseKept;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.ReceivedEvent;
import io.orderjourney.notification.partners.Partner.Partners.Done;
import io.orderjourney.notification.partners.PartnerRole;
import io.orderjourney.notification.partners.PartnerWord;
import io.orderjourney.notification.partners.usecase.MeasurePartners;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Consumes what suppliers, banks and couriers said, and what they did, from facts that are told anyway. */
@ApplicationScoped
class PartnerFactsConsumer {

    private static final Set<EventType<?>> TYPES = Set.of(
            EventTypes.GOODS_RESERVED,
            EventTypes.STOCK_ETA_CHANGED,
            EventTypes.STOCK_ARRIVED,
            EventTypes.APPLICATION_RECEIVED_BY_BANK,
            EventTypes.CREDIT_APPROVED,
            EventTypes.CREDIT_REFUSED,
            EventTypes.PROMISE_ESTIMATED,
            EventTypes.PROMISE_KEPT,
            EventTypes.PARCEL_DELIVERED);

    @Produces
    @Singleton
    EventConsumer partners(MeasurePartners measure) {
        return new EventConsumer() {
            @Override
            public Set<EventType<?>> types() {
                return TYPES;
            }

            @Override
            public void apply(List<ReceivedEvent<?>> freshEvents) {
                measure.measure(
                        freshEvents.stream()
                                .map(event -> said(event.journeyId(), event.data()))
                                .filter(Objects::nonNull)
                                .toList(),
                        freshEvents.stream()
                                .map(event -> done(event.journeyId(), event.data()))
                                .filter(Objects::nonNull)
                                .toList());
            }
        };
    }

    private static @Nullable PartnerWord said(UUID journey, Object data) {
        if (data instanceof GoodsReserved reserved) {
            return word(journey, PartnerRole.SUPPLIER, reserved.supplier(), reserved.expectedAt());
        } else if (data instanceof StockEtaChanged changed) {
            return word(journey, PartnerRole.SUPPLIER, changed.supplier(), changed.etaAt());
        } else if (data instanceof ApplicationReceivedByBank received) {
            return word(journey, PartnerRole.BANK, received.bank(), received.expectedDecisionAt());
        } else if (data instanceof PromiseEstimated estimated && isCouriers(estimated)) {
            return word(journey, PartnerRole.COURIER, estimated.estimatedBy(), estimated.expectedAt());
        } else if (data instanceof PromiseEstimated estimated && isWorkshops(estimated)) {
            return word(journey, PartnerRole.WORKSHOP, estimated.estimatedBy(), estimated.expectedAt());
        }
        return null;
    }

    /** What it says of the diagnosis is a word too, but the one that counts is when the article is back. */
    private static boolean isWorkshops(PromiseEstimated estimated) {
        return estimated.kind().equals(PromiseKind.REPAIR_DONE)
                && (estimated.reason() == ReasonCode.PARTNER_ESTIMATE
                        || estimated.reason() == ReasonCode.WORKSHOP_LATE);
    }

    private static boolean isCouriers(PromiseEstimated estimated) {
        return estimated.kind().equals(PromiseKind.DELIVERY)
                && (estimated.reason() == ReasonCode.PARTNER_ESTIMATE || estimated.reason() == ReasonCode.COURIER_LATE);
    }

    private static @Nullable PartnerWord word(
            UUID journey, PartnerRole role, @Nullable String partner, @Nullable Instant at) {
        return partner == null || at == null ? null : PartnerWord.first(journey, role, partner, at);
    }

    private static @Nullable Done done(UUID journey, Object data) {
        if (data instanceof StockArrived arrived) {
            return new Done(journey, PartnerRole.SUPPLIER, arrived.arrivedAt());
        } else if (data instanceof CreditApproved approved) {
            return new Done(journey, PartnerRole.BANK, approved.decidedAt());
        } else if (data instanceof CreditRefused refused) {
            return new Done(journey, PartnerRole.BANK, refused.decidedAt());
        } else if (data instanceof ParcelDelivered delivered) {
            return new Done(journey, PartnerRole.COURIER, delivered.deliveredAt());
        } else if (data instanceof PromiseKept kept && kept.kind().equals(PromiseKind.REPAIR_DONE)) {
            return new Done(journey, PartnerRole.WORKSHOP, kept.keptAt());
        }
        return null;
    }
}
