package io.orderjourney.contracts.orders;

import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.ReasonCode;
import java.time.Instant;
import java.util.List;

/**
 * The order has other lines than before, and may cost another amount.
 *
 * @param pickupPoint code of the counter where the goods are handed over, or of the warehouse that sends them
 * @param lines what is ordered now
 * @param total what the customer pays for all of it now
 * @param totalBefore what it cost before
 * @param reason CUSTOMER_ASKED, or CUSTOMER_DID_NOT_COME for a part that was not collected in time
 * @param changes in what the lines differ from those before, by article
 */
public record OrderChanged(
        String pickupPoint,
        List<OrderLine> lines,
        Money total,
        Money totalBefore,
        ReasonCode reason,
        List<LineChange> changes,
        Instant changedAt) {

    public OrderChanged {
        lines = List.copyOf(lines);
        changes = List.copyOf(changes);
    }
}
