package io.orderjourney.promises.usecase;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.PromiseRefused;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Times to offer to a customer who wants to be called later: each of them can be kept. */
@ApplicationScoped
public class CallBackTimes {

    private static final List<LocalTime> OTHER_DAYS =
            List.of(LocalTime.of(10, 0), LocalTime.of(13, 0), LocalTime.of(17, 0));
    private static final int TIMES_MAX = 6;

    private final Promises promises;
    private final PromiseOptions options;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    CallBackTimes(Promises promises, PromiseOptions options, CurrentTerms terms, BusinessClock clock) {
        this.promises = promises;
        this.options = options;
        this.terms = terms;
        this.clock = clock;
    }

    /** The next full hours, and times of the next two days; for a call that may be promised already or not. */
    @Transactional
    public List<Instant> of(UUID journeyId, PromiseKind call) {
        List<Promise> journey = promises.of(journeyId);
        ShopTerms shop = terms.get();
        Promise promised = journey.stream()
                .filter(promise -> promise.isOpen() && promise.kind().equals(call))
                .findFirst()
                .orElse(null);
        return wishes(shop)
                .map(wish -> possible(wish, call, promised, journey, shop))
                .distinct()
                .sorted()
                .limit(TIMES_MAX)
                .toList();
    }

    private Stream<Instant> wishes(ShopTerms shop) {
        ZonedDateTime hour = clock.instant().atZone(shop.zone()).truncatedTo(ChronoUnit.HOURS);
        Stream<ZonedDateTime> today = Stream.of(hour.plusHours(1), hour.plusHours(2), hour.plusHours(4));
        Stream<ZonedDateTime> later = Stream.of(1, 2)
                .flatMap(days ->
                        OTHER_DAYS.stream().map(time -> hour.plusDays(days).with(time)));
        return Stream.concat(today, later).map(ZonedDateTime::toInstant);
    }

    /** The wish itself if it can be kept, otherwise the next time that can. */
    private Instant possible(
            Instant wish, PromiseKind call, @Nullable Promise promised, List<Promise> journey, ShopTerms shop) {
        if (promised != null
                && !wish.isAfter(promised.dueAt())
                && shop.calendar(promised.desk()).isOpen(wish)) {
            // What was promised covers an earlier call.
            return wish;
        }
        try {
            return options.dateFor(call, journey, wish).dueAt();
        } catch (PromiseRefused refused) {
            return refused.nextPossibleAt();
        }
    }
}
