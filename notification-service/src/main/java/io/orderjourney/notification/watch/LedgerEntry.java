package io.orderjourney.notification.watch;

import io.orderjourney.contracts.RiskCause;
import io.orderjourney.promises.Outlook;
import io.orderjourney.promises.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One promise in the ledger: what was said, what is expected, how it ended.
 *
 * @param orderNumber the journey's order; absent while the order is not known here yet
 * @param expectedAt when it will be kept, as known now; of an open promise only
 * @param slack dueAt − expectedAt in the desk's business time; of an open promise only
 * @param said every date said, the first promised one first
 */
public record LedgerEntry(
        Promise promise,
        @Nullable String orderNumber,
        Outlook outlook,
        Ledger ledger,
        @Nullable Instant expectedAt,
        @Nullable RiskCause cause,
        @Nullable Duration slack,
        List<SaidDate> said) {}
