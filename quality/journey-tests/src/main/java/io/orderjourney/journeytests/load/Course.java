package io.orderjourney.journeytests.load;

import java.util.SplittableRandom;

/**
 * How one order goes: of which kind it is, what its customer and its bank or courier do, and how it must end. The shares are
 * those of a shop that sells phones, half of them on credit; they stand here and nowhere else.
 */
enum Course {
    CREDIT_SIGNED(Kind.CREDIT, 300, "COMPLETED"),
    /** In the first call their pay slip is missing; they bring it. */
    CREDIT_DOCUMENTS_LATER(Kind.CREDIT, 25, "COMPLETED"),
    /** The bank refuses, and the customer chooses nothing else. */
    CREDIT_REFUSED(Kind.CREDIT, 30, "CREDIT_REFUSED"),
    /** The bank refuses, and the customer pays at the counter instead. */
    CREDIT_PAID_OTHERWISE(Kind.CREDIT, 20, "COMPLETED"),
    /** The bank lends a part, and the rest is paid at the counter. */
    CREDIT_LOWER(Kind.CREDIT, 15, "COMPLETED"),
    /** The bank refuses, and approves some hours later. */
    CREDIT_REVISED(Kind.CREDIT, 10, "COMPLETED"),
    CREDIT_CANCELLED_BEFORE_DECISION(Kind.CREDIT, 10, "CANCELLED_BY_CUSTOMER"),
    CREDIT_CANCELLED_AFTER_SIGNING(Kind.CREDIT, 5, "CANCELLED_BY_CUSTOMER"),

    COLLECTED(Kind.AT_COUNTER, 170, "COMPLETED"),
    /** Two articles, one of them still on its way; the customer takes what is there first. */
    COLLECTED_IN_PARTS(Kind.AT_COUNTER, 15, "COMPLETED"),
    /** Two articles, one of them still on its way; the customer waits for both. */
    COLLECTED_TOGETHER(Kind.AT_COUNTER, 20, "COMPLETED"),
    /** The customer wants one piece more after they confirmed. */
    CHANGED(Kind.AT_COUNTER, 20, "COMPLETED"),
    /** At the counter the piece turns out to be damaged. */
    DAMAGED(Kind.AT_COUNTER, 15, "COMPLETED"),
    /** Somebody else collects it with a code. */
    COLLECTED_WITH_CODE(Kind.AT_COUNTER, 15, "COMPLETED"),
    UNREACHABLE(Kind.AT_COUNTER, 20, "UNREACHABLE"),
    NOT_COLLECTED(Kind.AT_COUNTER, 20, "NOT_COLLECTED"),
    /** In the storefront, before anybody called. */
    CANCELLED_AT_ONCE(Kind.AT_COUNTER, 15, "CANCELLED_BY_CUSTOMER"),
    /** To the clerk who calls to confirm. */
    CANCELLED_ON_THE_PHONE(Kind.AT_COUNTER, 15, "CANCELLED_BY_CUSTOMER"),
    /** At the counter, after it was ready. */
    CANCELLED_WHEN_READY(Kind.AT_COUNTER, 10, "CANCELLED_BY_CUSTOMER"),
    CANCELLED_BY_SHOP(Kind.AT_COUNTER, 10, "CANCELLED_BY_SHOP"),

    PREPAID_COLLECTED(Kind.PREPAID, 90, "COMPLETED"),
    PREPAID_NOT_COLLECTED(Kind.PREPAID, 10, "NOT_COLLECTED"),
    PREPAID_CANCELLED(Kind.PREPAID, 10, "CANCELLED_BY_CUSTOMER"),

    DELIVERED(Kind.DELIVERY, 80, "COMPLETED"),
    /** The courier puts the day back once. */
    DELIVERED_LATER(Kind.DELIVERY, 15, "COMPLETED"),
    /** The courier meets no one; the customer chooses another day on their page. */
    DELIVERED_AT_SECOND_ATTEMPT(Kind.DELIVERY, 20, "COMPLETED"),
    /** The courier meets no one, and no other day is chosen. */
    PARCEL_RETURNED(Kind.DELIVERY, 10, "RETURNED"),
    DELIVERY_CANCELLED(Kind.DELIVERY, 5, "CANCELLED_BY_CUSTOMER");

    /** How an order is paid, and how the goods reach the customer. */
    enum Kind {
        CREDIT("CREDIT"),
        AT_COUNTER("ON_PICKUP"),
        PREPAID("PREPAID"),
        DELIVERY("PREPAID");

        private final String payment;

        Kind(String payment) {
            this.payment = payment;
        }

        /** The name of the payment in the API. */
        String payment() {
            return payment;
        }
    }

    private final Kind kind;
    private final int share;
    private final String end;

    Course(Kind kind, int share, String end) {
        this.kind = kind;
        this.share = share;
        this.end = end;
    }

    Kind kind() {
        return kind;
    }

    /** How many of a thousand orders go so, about. */
    int share() {
        return share;
    }

    /** The name that the event of the end has. */
    String end() {
        return end;
    }

    /** Whether the order has a second article, which a supplier still has to bring. */
    boolean hasTwoArticles() {
        return this == COLLECTED_IN_PARTS || this == COLLECTED_TOGETHER;
    }

    /** Pieces that are needed beyond what is ordered at first. */
    int extraPieces() {
        return this == CHANGED || this == DAMAGED ? 1 : 0;
    }

    /** One of them by its share. */
    static Course any(SplittableRandom random) {
        int all = 0;
        for (Course course : values()) {
            all += course.share;
        }
        int mark = random.nextInt(all);
        for (Course course : values()) {
            mark -= course.share;
            if (mark < 0) {
                return course;
            }
        }
        throw new IllegalStateException("The shares do not add up");
    }
}
