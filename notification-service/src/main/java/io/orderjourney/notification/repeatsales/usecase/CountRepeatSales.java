package io.orderjourney.notification.repeatsales.usecase;

import io.orderjourney.contracts.erasures.ErasureOfCustomer;
import io.orderjourney.notification.repeatsales.RepeatSales;
import io.orderjourney.notification.repeatsales.RepeatSales.Outcome;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Counts as the facts come in: no look at the board reads orders. An order is judged a while after its end, when what
 * other topics say of it is in, in the transaction of orders that end later.
 */
@ApplicationScoped
public class CountRepeatSales {

    /** Who buys later than that buys for another reason. */
    static final Duration WITHIN = Duration.ofDays(180);

    /** So long after its end the last news of an order has come in. */
    private static final Duration SETTLED_AFTER = Duration.ofHours(1);

    private static final int JUDGED_AT_ONCE = 200;

    private final RepeatSales.Book book;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    CountRepeatSales(RepeatSales.Book book, CurrentTerms terms, BusinessClock clock) {
        this.book = book;
        this.terms = terms;
        this.clock = clock;
    }

    /** Joins the running transaction. */
    public void happened(Collection<UUID> completed, Collection<UUID> ordering) {
        Instant now = clock.instant();
        if (!ordering.isEmpty()) {
            book.returned(ordering, now, now.minus(WITHIN));
        }
        if (!completed.isEmpty()) {
            book.completed(completed, now, terms.get().zone());
            book.judge(now.minus(SETTLED_AFTER), JUDGED_AT_ONCE);
        }
    }

    /** Of all months together, one for each outcome, the best first. */
    @Transactional
    public List<RepeatSales> over(int months) {
        LocalDate first = month().minusMonths(months - 1L);
        List<RepeatSales> all = book.since(first);
        return Stream.of(Outcome.values())
                .map(outcome -> all.stream()
                        .filter(one -> one.outcome() == outcome)
                        .reduce(RepeatSales::and)
                        .orElse(new RepeatSales(first, outcome, 0, 0)))
                .toList();
    }

    /** Month by month, the newest first. */
    @Transactional
    public List<RepeatSales> byMonth(int months) {
        return book.since(month().minusMonths(months - 1L));
    }

    private LocalDate month() {
        return LocalDate.ofInstant(clock.instant(), terms.get().zone()).withDayOfMonth(1);
    }

    void onCustomerErased(@Observes ErasureOfCustomer erased) {
        book.forget(erased.customerId());
    }
}
