package io.orderjourney.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * What sort of promise it is. A kind is data plus a policy, so that a shop can add its own; the constants are the ones
 * the journeys of this product use.
 *
 * @param name upper-case words joined by underscores, 2 to 40 characters
 */
public record PromiseKind(@JsonValue String name) implements Comparable<PromiseKind> {

    // First in the class: the constants below are checked against it while the class is loaded.
    private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z_]{1,39}");

    public static final PromiseKind CONFIRMATION_CALL = new PromiseKind("CONFIRMATION_CALL");
    public static final PromiseKind CREDIT_CALL = new PromiseKind("CREDIT_CALL");
    public static final PromiseKind CREDIT_DECISION = new PromiseKind("CREDIT_DECISION");
    public static final PromiseKind STOCK_ARRIVAL = new PromiseKind("STOCK_ARRIVAL");
    public static final PromiseKind SIGNING_APPOINTMENT = new PromiseKind("SIGNING_APPOINTMENT");
    public static final PromiseKind BANK_PAPERS = new PromiseKind("BANK_PAPERS");
    public static final PromiseKind PICKUP_READY = new PromiseKind("PICKUP_READY");
    public static final PromiseKind REST_READY = new PromiseKind("REST_READY");
    public static final PromiseKind PICKUP_SLOT = new PromiseKind("PICKUP_SLOT");
    public static final PromiseKind DISPATCH = new PromiseKind("DISPATCH");
    public static final PromiseKind DELIVERY = new PromiseKind("DELIVERY");
    public static final PromiseKind GOODS_HOLD = new PromiseKind("GOODS_HOLD");
    public static final PromiseKind CALLBACK = new PromiseKind("CALLBACK");
    public static final PromiseKind INQUIRY_REPLY = new PromiseKind("INQUIRY_REPLY");
    public static final PromiseKind PUBLIC_REPLY = new PromiseKind("PUBLIC_REPLY");
    public static final PromiseKind COMPLAINT_ANSWER = new PromiseKind("COMPLAINT_ANSWER");
    public static final PromiseKind REPAIR_DIAGNOSIS = new PromiseKind("REPAIR_DIAGNOSIS");
    public static final PromiseKind REPAIR_DONE = new PromiseKind("REPAIR_DONE");
    public static final PromiseKind BACK_IN_STOCK = new PromiseKind("BACK_IN_STOCK");
    public static final PromiseKind NEXT_UPDATE = new PromiseKind("NEXT_UPDATE");

    /** @throws IllegalArgumentException if the name does not have the shape of a kind */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PromiseKind {
        if (!SHAPE.matcher(name).matches()) {
            throw new IllegalArgumentException("A promise kind is written in capitals and underscores");
        }
    }

    @Override
    public int compareTo(PromiseKind other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
