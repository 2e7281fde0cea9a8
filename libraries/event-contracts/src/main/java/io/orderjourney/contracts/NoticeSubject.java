package io.orderjourney.contracts;

/** What a message that is no delay notice tells the customer. */
public enum NoticeSubject {
    /** The order is here; this is what happens next. */
    ORDER_RECEIVED,
    /** The order stands. */
    ORDER_CONFIRMED,
    /** The order has other lines, as the customer wished: what changed, and the new amount. */
    ORDER_CHANGED,
    /** The bank approved. */
    CREDIT_APPROVED,
    /** The bank refused; the shop will call. */
    CREDIT_REFUSED,
    /** When and where to sign. */
    APPOINTMENT_BOOKED,
    /** After the signature: what is still to come. */
    PAPERS_EXPECTED,
    /** The goods are at the counter. */
    STOCK_ARRIVED,
    /** Some goods are here and some are not: the customer may collect them in parts. */
    PARTS_OFFERED,
    /** The customer collects their goods in parts; each has its own date. */
    PARTS_AGREED,
    /** The code with which somebody else can collect the goods. */
    COLLECTOR_CODE,
    /** It is the customer's turn: why, until when, and what they can do. */
    YOUR_TURN,
    /** It is still the customer's turn. */
    YOUR_TURN_REMINDER,
    /** Some goods were handed over; the rest follows. */
    PART_HANDED_OVER,
    /** Some goods were not collected in time and are free again; the rest still comes. */
    PART_NOT_COLLECTED,
    /** All gates are open: come. */
    READY_FOR_PICKUP,
    /** Do not come yet. */
    READINESS_WITHDRAWN,
    /** The parcel left for the customer's address. */
    PARCEL_DISPATCHED,
    /** The courier brings the parcel today. */
    OUT_FOR_DELIVERY,
    /** The customer holds the parcel. */
    PARCEL_DELIVERED,
    /** A date is in doubt: it is probably later, and by when the customer hears for certain. */
    PROBABLY_LATER,
    /** A promise will be kept earlier than said. */
    DATE_EARLIER,
    /** A delay that was announced did not happen. */
    BACK_ON_TRACK,
    /** The update that was promised. */
    NEXT_UPDATE,
    /** The goods were handed over. */
    THANK_YOU,
    /** The journey is over without a hand-over: why, and what the customer can still do. */
    JOURNEY_ENDED,
    /** The question is here; this is when the answer comes. */
    INQUIRY_RECEIVED,
    /** The complaint is here, with an apology; this is when the answer comes. */
    COMPLAINT_RECEIVED,
    /** The answer takes longer: why, and when it comes. */
    INQUIRY_UPDATE,
    /** The answer to what the customer asked. */
    INQUIRY_ANSWERED,
    /** The customer wants to be told when an article is there again: it is noted, and this is by when they hear. */
    STOCK_ALERT_RECEIVED,
    /** The article that the customer asked for is there again. */
    BACK_IN_STOCK,
    /** An article is here to be repaired, with an apology; this is by when the customer hears what is wrong. */
    REPAIR_RECEIVED,
    /** What is wrong is known, and it is repaired; this is by when it is here. */
    REPAIR_DIAGNOSED,
    /** It is not worth repairing: another one comes in its place; this is by when it is here. */
    REPAIR_REPLACED,
    /** The repaired article, or the one in its place, is at the counter. */
    REPAIR_READY,
    /** Some days after the customer got the goods: how was it? */
    FEEDBACK_REQUEST,
    /** The shop did not keep its word, and apologises for it. */
    APOLOGY
}
