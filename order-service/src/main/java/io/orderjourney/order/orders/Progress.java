package io.orderjourney.order.orders;

import io.orderjourney.contracts.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far an order has come at the other desks, as far as its lines depend on it.
 *
 * @param asked what the bank was asked to lend; null before
 * @param agreementSigned whether the credit agreement is signed
 * @param partHere the articles that the customer collects first, while others still come; empty for none
 */
public record Progress(@Nullable Money asked, boolean agreementSigned, Goods goods, List<String> partHere) {

    public Progress {
        partHere = List.copyOf(partHere);
    }

    /** Where the goods of an order are. */
    public enum Goods {
        /** Being found, ordered or packed. */
        WITH_SHOP,
        /** At the counter; the customer is asked to come. */
        READY,
        /** Some of them are with the customer. */
        PARTLY_HANDED_OVER,
        /** On their way to the customer. */
        WITH_COURIER
    }

    /** Nothing has happened yet. */
    public static final Progress NONE = new Progress(null, false, Goods.WITH_SHOP, List.of());

    /** The bank was asked for this amount. */
    public Progress asked(Money amount) {
        return new Progress(amount, agreementSigned, goods, partHere);
    }

    public Progress signed() {
        return new Progress(asked, true, goods, partHere);
    }

    /** The goods are elsewhere. What a customer has in part, or a courier has, is never back at the beginning. */
    public Progress at(Goods stage) {
        boolean left = goods == Goods.PARTLY_HANDED_OVER || goods == Goods.WITH_COURIER;
        return left ? this : new Progress(asked, agreementSigned, stage, partHere);
    }

    /** Other articles wait at the counter while the rest comes, or none do. */
    public Progress partHere(List<String> skus) {
        return new Progress(asked, agreementSigned, goods, skus);
    }
}
