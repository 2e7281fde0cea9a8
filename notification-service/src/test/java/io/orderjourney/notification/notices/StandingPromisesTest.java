package io.orderjourney.notification.notices;

import static io.orderjourney.notification.Fixtures.TERMS;
import static io.orderjourney.notification.Fixtures.at;
import static io.orderjourney.notification.Fixtures.promise;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.promises.CustomerTurn;
import io.orderjourney.promises.Promise;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StandingPromisesTest {

    private final Promise update = promise(PromiseKind.NEXT_UPDATE, "2026-01-12T18:00");
    private final Promise goods = promise(PromiseKind.STOCK_ARRIVAL, "2026-01-15T18:00");

    @Test
    void a_date_that_has_passed_is_not_what_happens_next() {
        assertThat(standing(at("2026-01-12T17:59"), Set.of(), update, goods)).containsExactly(update, goods);
        assertThat(standing(at("2026-01-14T08:00"), Set.of(), update, goods)).containsExactly(goods);
    }

    @Test
    void a_date_that_was_given_up_is_not_told() {
        assertThat(standing(at("2026-01-12T12:00"), Set.of(goods.id()), update, goods))
                .containsExactly(update);
    }

    @Test
    void what_hangs_on_the_customer_is_told_as_their_turn() {
        CustomerTurn turn = new CustomerTurn(WaitingReason.NOT_REACHED, at("2026-01-12T11:00"), at("2026-01-14T11:00"));

        assertThat(standing(at("2026-01-12T12:00"), Set.of(), update.paused(turn), goods))
                .containsExactly(goods);
    }

    private static List<Promise> standing(Instant now, Set<UUID> undated, Promise... all) {
        return StandingPromises.of(List.of(all), undated, TERMS, now);
    }
}
