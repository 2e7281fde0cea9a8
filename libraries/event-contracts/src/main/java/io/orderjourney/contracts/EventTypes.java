package io.orderjourney.contracts;

import io.orderjourney.contracts.credit.AgreementSigned;
import io.orderjourney.contracts.credit.ApplicationClosed;
import io.orderjourney.contracts.credit.ApplicationOpened;
import io.orderjourney.contracts.credit.ApplicationReceivedByBank;
import io.orderjourney.contracts.credit.ApplicationSubmitted;
import io.orderjourney.contracts.credit.BankPapersAnnounced;
import io.orderjourney.contracts.credit.BankPapersCheckedIn;
import io.orderjourney.contracts.credit.BankPapersSearchStarted;
import io.orderjourney.contracts.credit.CreditApproved;
import io.orderjourney.contracts.credit.CreditCallLogged;
import io.orderjourney.contracts.credit.CreditRefused;
import io.orderjourney.contracts.credit.ExpertCheckedIn;
import io.orderjourney.contracts.credit.LateBankReportRecorded;
import io.orderjourney.contracts.credit.SigningAppointmentBooked;
import io.orderjourney.contracts.erasures.CustomerDataErased;
import io.orderjourney.contracts.fulfillment.CollectorCodeIssued;
import io.orderjourney.contracts.fulfillment.CorrectionMade;
import io.orderjourney.contracts.fulfillment.DeliveryAttemptFailed;
import io.orderjourney.contracts.fulfillment.GateClosed;
import io.orderjourney.contracts.fulfillment.GateOpened;
import io.orderjourney.contracts.fulfillment.GoodsHandedOver;
import io.orderjourney.contracts.fulfillment.GoodsReserved;
import io.orderjourney.contracts.fulfillment.ParcelBroughtBack;
import io.orderjourney.contracts.fulfillment.ParcelDelivered;
import io.orderjourney.contracts.fulfillment.ParcelDispatched;
import io.orderjourney.contracts.fulfillment.ParcelOutForDelivery;
import io.orderjourney.contracts.fulfillment.ParcelRecalled;
import io.orderjourney.contracts.fulfillment.ParcelReturned;
import io.orderjourney.contracts.fulfillment.PartHandedOver;
import io.orderjourney.contracts.fulfillment.PartsChanged;
import io.orderjourney.contracts.fulfillment.ReadinessWithdrawn;
import io.orderjourney.contracts.fulfillment.ReadyForPickup;
import io.orderjourney.contracts.fulfillment.StockArrived;
import io.orderjourney.contracts.fulfillment.StockEtaChanged;
import io.orderjourney.contracts.inbound.BankDecisionReported;
import io.orderjourney.contracts.inbound.CourierReported;
import io.orderjourney.contracts.inbound.RepairReported;
import io.orderjourney.contracts.inbound.StockArrivalReported;
import io.orderjourney.contracts.inbound.SupplierEtaReported;
import io.orderjourney.contracts.notices.CustomerAnswered;
import io.orderjourney.contracts.notices.CustomerTold;
import io.orderjourney.contracts.notices.CustomerWarned;
import io.orderjourney.contracts.notices.DeskTaskDone;
import io.orderjourney.contracts.notices.DeskTaskOpened;
import io.orderjourney.contracts.notices.NoticeUndelivered;
import io.orderjourney.contracts.orders.CallbackLogged;
import io.orderjourney.contracts.orders.ChaseLogged;
import io.orderjourney.contracts.orders.ConfirmationCallLogged;
import io.orderjourney.contracts.orders.CorrectionPromised;
import io.orderjourney.contracts.orders.InquiryReceived;
import io.orderjourney.contracts.orders.JourneyEnded;
import io.orderjourney.contracts.orders.OrderChanged;
import io.orderjourney.contracts.orders.OrderConfirmed;
import io.orderjourney.contracts.orders.OrderPlaced;
import io.orderjourney.contracts.orders.PaymentChanged;
import io.orderjourney.contracts.orders.RepairDiagnosed;
import io.orderjourney.contracts.orders.RestPaymentAgreed;
import io.orderjourney.contracts.promises.PromiseAtRisk;
import io.orderjourney.contracts.promises.PromiseConfirmed;
import io.orderjourney.contracts.promises.PromiseEstimated;
import io.orderjourney.contracts.promises.PromiseKept;
import io.orderjourney.contracts.promises.PromiseMade;
import io.orderjourney.contracts.promises.PromiseMissed;
import io.orderjourney.contracts.promises.PromisePaused;
import io.orderjourney.contracts.promises.PromiseRescheduled;
import io.orderjourney.contracts.promises.PromiseWithdrawn;
import io.orderjourney.contracts.promises.WaitingExpired;
import io.orderjourney.contracts.state.CatalogueItem;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.contracts.state.JourneyState;
import io.orderjourney.contracts.state.PickupPoint;
import io.orderjourney.contracts.state.ReplyText;
import io.orderjourney.contracts.state.ShopPolicy;
import io.orderjourney.contracts.state.SourceReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every wire name, in one place. A name that was released is never changed and never used again. */
public final class EventTypes {

    private static final Map<String, EventType<?>> BY_WIRE_NAME = new LinkedHashMap<>();

    public static final EventType<OrderPlaced> ORDER_PLACED =
            type("orders.order-placed.v1", "orders", OrderPlaced.class);
    public static final EventType<ConfirmationCallLogged> CONFIRMATION_CALL_LOGGED =
            type("orders.confirmation-call-logged.v1", "orders", ConfirmationCallLogged.class);
    public static final EventType<OrderConfirmed> ORDER_CONFIRMED =
            type("orders.order-confirmed.v1", "orders", OrderConfirmed.class);
    public static final EventType<OrderChanged> ORDER_CHANGED =
            type("orders.order-changed.v1", "orders", OrderChanged.class);
    public static final EventType<PaymentChanged> PAYMENT_CHANGED =
            type("orders.payment-changed.v1", "orders", PaymentChanged.class);
    public static final EventType<RestPaymentAgreed> REST_PAYMENT_AGREED =
            type("orders.rest-payment-agreed.v1", "orders", RestPaymentAgreed.class);
    public static final EventType<ChaseLogged> CHASE_LOGGED =
            type("orders.chase-logged.v1", "orders", ChaseLogged.class);
    public static final EventType<CallbackLogged> CALLBACK_LOGGED =
            type("orders.callback-logged.v1", "orders", CallbackLogged.class);
    public static final EventType<InquiryReceived> INQUIRY_RECEIVED =
            type("orders.inquiry-received.v1", "orders", InquiryReceived.class);
    public static final EventType<CorrectionPromised> CORRECTION_PROMISED =
            type("orders.correction-promised.v1", "orders", CorrectionPromised.class);
    public static final EventType<RepairDiagnosed> REPAIR_DIAGNOSED =
            type("orders.repair-diagnosed.v1", "orders", RepairDiagnosed.class);
    public static final EventType<JourneyEnded> JOURNEY_ENDED =
            type("orders.journey-ended.v1", "orders", JourneyEnded.class);

    public static final EventType<ApplicationOpened> APPLICATION_OPENED =
            type("credit.application-opened.v1", "credit", ApplicationOpened.class);
    public static final EventType<CreditCallLogged> CREDIT_CALL_LOGGED =
            type("credit.credit-call-logged.v1", "credit", CreditCallLogged.class);
    public static final EventType<ApplicationSubmitted> APPLICATION_SUBMITTED =
            type("credit.application-submitted.v1", "credit", ApplicationSubmitted.class);
    public static final EventType<ApplicationReceivedByBank> APPLICATION_RECEIVED_BY_BANK =
            type("credit.application-received-by-bank.v1", "credit", ApplicationReceivedByBank.class);
    public static final EventType<CreditApproved> CREDIT_APPROVED =
            type("credit.credit-approved.v1", "credit", CreditApproved.class);
    public static final EventType<CreditRefused> CREDIT_REFUSED =
            type("credit.credit-refused.v1", "credit", CreditRefused.class);
    public static final EventType<SigningAppointmentBooked> SIGNING_APPOINTMENT_BOOKED =
            type("credit.signing-appointment-booked.v1", "credit", SigningAppointmentBooked.class);
    public static final EventType<ExpertCheckedIn> EXPERT_CHECKED_IN =
            type("credit.expert-checked-in.v1", "credit", ExpertCheckedIn.class);
    public static final EventType<AgreementSigned> AGREEMENT_SIGNED =
            type("credit.agreement-signed.v1", "credit", AgreementSigned.class);
    public static final EventType<BankPapersAnnounced> BANK_PAPERS_ANNOUNCED =
            type("credit.bank-papers-announced.v1", "credit", BankPapersAnnounced.class);
    public static final EventType<BankPapersSearchStarted> BANK_PAPERS_SEARCH_STARTED =
            type("credit.bank-papers-search-started.v1", "credit", BankPapersSearchStarted.class);
    public static final EventType<BankPapersCheckedIn> BANK_PAPERS_CHECKED_IN =
            type("credit.bank-papers-checked-in.v1", "credit", BankPapersCheckedIn.class);
    public static final EventType<ApplicationClosed> APPLICATION_CLOSED =
            type("credit.application-closed.v1", "credit", ApplicationClosed.class);
    public static final EventType<LateBankReportRecorded> LATE_BANK_REPORT_RECORDED =
            type("credit.late-bank-report-recorded.v1", "credit", LateBankReportRecorded.class);

    public static final EventType<GoodsReserved> GOODS_RESERVED =
            type("fulfillment.goods-reserved.v1", "fulfillment", GoodsReserved.class);
    public static final EventType<StockEtaChanged> STOCK_ETA_CHANGED =
            type("fulfillment.stock-eta-changed.v1", "fulfillment", StockEtaChanged.class);
    public static final EventType<StockArrived> STOCK_ARRIVED =
            type("fulfillment.stock-arrived.v1", "fulfillment", StockArrived.class);
    public static final EventType<GateOpened> GATE_OPENED =
            type("fulfillment.gate-opened.v1", "fulfillment", GateOpened.class);
    public static final EventType<GateClosed> GATE_CLOSED =
            type("fulfillment.gate-closed.v1", "fulfillment", GateClosed.class);
    public static final EventType<ReadyForPickup> READY_FOR_PICKUP =
            type("fulfillment.ready-for-pickup.v1", "fulfillment", ReadyForPickup.class);
    public static final EventType<ReadinessWithdrawn> READINESS_WITHDRAWN =
            type("fulfillment.readiness-withdrawn.v1", "fulfillment", ReadinessWithdrawn.class);
    public static final EventType<PartsChanged> PARTS_CHANGED =
            type("fulfillment.parts-changed.v1", "fulfillment", PartsChanged.class);
    public static final EventType<PartHandedOver> PART_HANDED_OVER =
            type("fulfillment.part-handed-over.v1", "fulfillment", PartHandedOver.class);
    public static final EventType<CollectorCodeIssued> COLLECTOR_CODE_ISSUED =
            type("fulfillment.collector-code-issued.v1", "fulfillment", CollectorCodeIssued.class);
    public static final EventType<CorrectionMade> CORRECTION_MADE =
            type("fulfillment.correction-made.v1", "fulfillment", CorrectionMade.class);
    public static final EventType<GoodsHandedOver> GOODS_HANDED_OVER =
            type("fulfillment.goods-handed-over.v1", "fulfillment", GoodsHandedOver.class);
    public static final EventType<ParcelDispatched> PARCEL_DISPATCHED =
            type("fulfillment.parcel-dispatched.v1", "fulfillment", ParcelDispatched.class);
    public static final EventType<ParcelOutForDelivery> PARCEL_OUT_FOR_DELIVERY =
            type("fulfillment.parcel-out-for-delivery.v1", "fulfillment", ParcelOutForDelivery.class);
    public static final EventType<DeliveryAttemptFailed> DELIVERY_ATTEMPT_FAILED =
            type("fulfillment.delivery-attempt-failed.v1", "fulfillment", DeliveryAttemptFailed.class);
    public static final EventType<ParcelDelivered> PARCEL_DELIVERED =
            type("fulfillment.parcel-delivered.v1", "fulfillment", ParcelDelivered.class);
    public static final EventType<ParcelRecalled> PARCEL_RECALLED =
            type("fulfillment.parcel-recalled.v1", "fulfillment", ParcelRecalled.class);
    public static final EventType<ParcelBroughtBack> PARCEL_BROUGHT_BACK =
            type("fulfillment.parcel-brought-back.v1", "fulfillment", ParcelBroughtBack.class);
    public static final EventType<ParcelReturned> PARCEL_RETURNED =
            type("fulfillment.parcel-returned.v1", "fulfillment", ParcelReturned.class);

    public static final EventType<PromiseMade> PROMISE_MADE =
            type("promises.promise-made.v1", "promises", PromiseMade.class);
    public static final EventType<PromiseRescheduled> PROMISE_RESCHEDULED =
            type("promises.promise-rescheduled.v1", "promises", PromiseRescheduled.class);
    public static final EventType<PromiseEstimated> PROMISE_ESTIMATED =
            type("promises.promise-estimated.v1", "promises", PromiseEstimated.class);
    public static final EventType<PromiseConfirmed> PROMISE_CONFIRMED =
            type("promises.promise-confirmed.v1", "promises", PromiseConfirmed.class);
    public static final EventType<PromiseAtRisk> PROMISE_AT_RISK =
            type("promises.promise-at-risk.v1", "promises", PromiseAtRisk.class);
    public static final EventType<PromiseKept> PROMISE_KEPT =
            type("promises.promise-kept.v1", "promises", PromiseKept.class);
    public static final EventType<PromiseMissed> PROMISE_MISSED =
            type("promises.promise-missed.v1", "promises", PromiseMissed.class);
    public static final EventType<PromiseWithdrawn> PROMISE_WITHDRAWN =
            type("promises.promise-withdrawn.v1", "promises", PromiseWithdrawn.class);
    public static final EventType<PromisePaused> PROMISE_PAUSED =
            type("promises.promise-paused.v1", "promises", PromisePaused.class);
    public static final EventType<WaitingExpired> WAITING_EXPIRED =
            type("promises.waiting-expired.v1", "promises", WaitingExpired.class);

    public static final EventType<CustomerWarned> CUSTOMER_WARNED =
            type("notices.customer-warned.v1", "notices", CustomerWarned.class);
    public static final EventType<CustomerTold> CUSTOMER_TOLD =
            type("notices.customer-told.v1", "notices", CustomerTold.class);
    public static final EventType<NoticeUndelivered> NOTICE_UNDELIVERED =
            type("notices.notice-undelivered.v1", "notices", NoticeUndelivered.class);
    public static final EventType<DeskTaskOpened> DESK_TASK_OPENED =
            type("notices.desk-task-opened.v1", "notices", DeskTaskOpened.class);
    public static final EventType<DeskTaskDone> DESK_TASK_DONE =
            type("notices.desk-task-done.v1", "notices", DeskTaskDone.class);
    public static final EventType<CustomerAnswered> CUSTOMER_ANSWERED =
            type("notices.customer-answered.v1", "notices", CustomerAnswered.class);

    public static final EventType<JourneyState> JOURNEY_CHANGED =
            type("journeys.journey-changed.v1", "journeys", JourneyState.class);

    public static final EventType<CustomerContact> CONTACT_CHANGED =
            type("customers.contact-changed.v1", "customers", CustomerContact.class);

    public static final EventType<CustomerDataErased> CUSTOMER_DATA_ERASED =
            type("erasures.customer-data-erased.v1", "erasures", CustomerDataErased.class);

    public static final EventType<ReplyText> REPLY_WRITTEN =
            type("replies.reply-written.v1", "replies", ReplyText.class);

    public static final EventType<ShopPolicy> SHOP_POLICY_CHANGED =
            type("policies.shop-policy-changed.v1", "policies", ShopPolicy.class);

    public static final EventType<PickupPoint> PICKUP_POINT_CHANGED =
            type("pickup-points.pickup-point-changed.v1", "pickup-points", PickupPoint.class);

    public static final EventType<CatalogueItem> CATALOGUE_ITEM_CHANGED =
            type("catalogue.item-changed.v1", "catalogue", CatalogueItem.class);

    public static final EventType<SourceReport> SERVICE_REPORTED =
            type("heartbeats.service-reported.v1", "heartbeats", SourceReport.class);

    public static final EventType<StockArrivalReported> STOCK_ARRIVAL_REPORTED =
            type("stock-arrivals.stock-arrival-reported.v1", "stock-arrivals", StockArrivalReported.class);

    public static final EventType<SupplierEtaReported> SUPPLIER_ETA_REPORTED =
            type("supplier-etas.supplier-eta-reported.v1", "supplier-etas", SupplierEtaReported.class);
    public static final EventType<CourierReported> COURIER_REPORTED =
            type("supplier-etas.courier-reported.v1", "supplier-etas", CourierReported.class);
    public static final EventType<RepairReported> REPAIR_REPORTED =
            type("supplier-etas.repair-reported.v1", "supplier-etas", RepairReported.class);

    public static final EventType<BankDecisionReported> BANK_DECISION_REPORTED =
            type("bank-decisions.bank-decision-reported.v1", "bank-decisions", BankDecisionReported.class);

    private EventTypes() {}

    /** All types in the order of this file. */
    public static List<EventType<?>> all() {
        return Collections.unmodifiableList(new ArrayList<>(BY_WIRE_NAME.values()));
    }

    /** The type of a wire name; empty for a name that this version does not know. */
    public static Optional<EventType<?>> byWireName(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }

    private static <T> EventType<T> type(String wireName, String topic, Class<T> dataType) {
        EventType<T> type = new EventType<>(wireName, topic, dataType);
        if (BY_WIRE_NAME.put(wireName, type) != null) {
            throw new IllegalStateException("Two types share the wire name " + wireName);
        }
        return type;
    }
}
