package io.orderjourney.notification.answers;

import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.promises.Promise;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A step of an order as its customer counts them.
 *
 * @param current whether it is the last one that was reached
 */
public record OrderStep(Name name, boolean reached, boolean current) {

    /** The steps, in the order in which they are reached. */
    public enum Name {
        RECEIVED,
        CONFIRMED,
        /** Of an order on credit. */
        SIGNED,
        READY,
        /** Of an order that a courier brings: the parcel left. */
        SENT,
        COLLECTED,
        /** Of an order that a courier brings. */
        DELIVERED
    }

    /**
     * The steps of one order.
     *
     * @param promises all of the journey
     * @param ready whether the goods can be collected now
     */
    public static List<OrderStep> of(
            PaymentMethod payment, Collection<Promise> promises, boolean ready, boolean collected) {
        List<Name> names =
                new ArrayList<>(List.of(Name.RECEIVED, Name.CONFIRMED, Name.SIGNED, Name.READY, Name.COLLECTED));
        if (payment != PaymentMethod.CREDIT) {
            names.remove(Name.SIGNED);
        }
        Name last = Name.RECEIVED;
        for (Name name : names) {
            boolean reached = switch (name) {
                case RECEIVED -> true;
                case CONFIRMED -> isKept(PromiseKind.CONFIRMATION_CALL, promises);
                case SIGNED -> isKept(PromiseKind.SIGNING_APPOINTMENT, promises);
                case READY -> ready;
                case COLLECTED -> collected;
                case SENT, DELIVERED -> false;
            };
            if (reached) {
                last = name;
            }
        }
        return steps(names, last);
    }

    /** The steps of an order that a courier brings; it is paid before, so nobody confirms it. */
    public static List<OrderStep> ofDelivery(Collection<Promise> promises, boolean delivered) {
        Name last = isKept(PromiseKind.DISPATCH, promises) ? Name.SENT : Name.RECEIVED;
        return steps(List.of(Name.RECEIVED, Name.SENT, Name.DELIVERED), delivered ? Name.DELIVERED : last);
    }

    private static List<OrderStep> steps(List<Name> names, Name current) {
        return names.stream()
                .map(name -> new OrderStep(name, name.compareTo(current) <= 0, name == current))
                .toList();
    }

    private static boolean isKept(PromiseKind kind, Collection<Promise> promises) {
        return promises.stream().anyMatch(promise -> promise.kind().equals(kind) && promise.keptAt() != null);
    }
}
