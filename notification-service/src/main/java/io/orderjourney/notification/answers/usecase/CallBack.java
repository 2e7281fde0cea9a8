package io.orderjourney.notification.answers.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.notification.notices.DateChange;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.time.Rounding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who calls a customer that asked for it, and by when. */
final class CallBack {

    /** In working time: who asks should not wait longer. */
    private static final Duration TIME_TO_CALL = Duration.ofMinutes(60);

    /** They work where no customer calls. */
    private static final Set<Desk> WITHOUT_CUSTOMERS = Set.of(Desk.WAREHOUSE, Desk.MANAGEMENT);

    private CallBack() {}

    /** By when somebody calls who is asked now; a time that people can remember. */
    static Instant dueAt(ShopTerms shop, Desk desk, Instant now) {
        return Rounding.QUARTER_HOUR.up(shop.calendar(desk).plus(now, TIME_TO_CALL), shop.calendar(desk));
    }

    /** The desk of what the message changed, or else of what comes next. */
    static Desk deskOf(Notice notice, List<Promise> open) {
        Set<UUID> changed =
                notice.newDates().stream().map(DateChange::promiseId).collect(Collectors.toSet());
        return open.stream()
                .filter(promise -> changed.contains(promise.id()))
                .findFirst()
                .or(() -> open.stream().findFirst())
                .map(Promise::desk)
                .filter(desk -> !WITHOUT_CUSTOMERS.contains(desk))
                .orElse(Desk.CUSTOMER_CARE);
    }
}
