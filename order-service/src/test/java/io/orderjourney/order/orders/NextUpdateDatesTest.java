package io.orderjourney.order.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.state.DeskPolicy;
import io.orderjourney.contracts.state.ShopPolicy;
import io.orderjourney.promises.DeskLoad;
import io.orderjourney.promises.GrantedDate;
import io.orderjourney.promises.ShopPolicies;
import io.orderjourney.promises.ShopTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextUpdateDatesTest {

    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void an_update_is_due_in_the_hours_of_sales_at_any_moment_of_a_year(long seed) {
        Random random = new Random(seed);
        ShopTerms terms = new ShopTerms(ShopPolicies.initial());
        for (int i = 0; i < 500; i++) {
            Instant now = NEW_YEAR.plusMillis(
                    (long) (random.nextDouble() * Duration.ofDays(365).toMillis()));

            GrantedDate date = NextUpdateDates.earliest(now, terms, new DeskLoad(random.nextInt(60)));

            assertThat(terms.calendar(Desk.SALES).covers(date.dueAt()))
                    .as("%s, seed %d", date, seed)
                    .isTrue();
            assertThat(date.dueAt()).isAfter(now);
        }
    }

    @Test
    void hours_that_sales_does_not_share_are_skipped() {
        ShopTerms terms = termsWithSalesOnly("Tue 10:00-12:00");
        Instant monday = Instant.parse("2026-01-12T09:00:00Z");

        GrantedDate date = NextUpdateDates.earliest(monday, terms, DeskLoad.NONE);

        assertThat(date.dueAt()).isEqualTo(Instant.parse("2026-01-13T09:00:00Z"));
    }

    private static ShopTerms termsWithSalesOnly(String hours) {
        ShopPolicy policy = ShopPolicies.initial();
        Map<Desk, DeskPolicy> desks = new EnumMap<>(policy.desks());
        desks.computeIfPresent(Desk.SALES, (desk, sales) -> new DeskPolicy(hours, sales.phone(), sales.perHour()));
        return new ShopTerms(new ShopPolicy(
                policy.revision() + 1,
                policy.zone(),
                policy.holidaysOf(),
                policy.closures(),
                desks,
                policy.kinds(),
                policy.quietHours(),
                policy.mergeWindow(),
                policy.offerValidFor()));
    }
}
