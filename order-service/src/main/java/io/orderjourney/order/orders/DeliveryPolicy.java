package io.orderjourney.order.orders;

import io.orderjourney.contracts.PaymentMethod;

/** What a courier brings is paid before: a credit agreement is signed at a counter, and couriers collect no money. */
public final class DeliveryPolicy {

    private DeliveryPolicy() {}

    /** @throws NotPaidBefore if the goods would have to be paid for at a counter */
    public static void require(PaymentMethod payment) {
        if (payment != PaymentMethod.PREPAID) {
            throw new NotPaidBefore(payment);
        }
    }

    /** A delivery that is not paid before. */
    public static final class NotPaidBefore extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotPaidBefore(PaymentMethod payment) {
            super("What a courier brings is paid before, and not " + payment);
        }
    }
}
