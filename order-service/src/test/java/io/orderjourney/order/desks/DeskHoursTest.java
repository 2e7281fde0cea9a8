package io.orderjourney.order.desks;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Desk;
import io.orderjourney.promises.ShopPolicies;
import io.orderjourney.promises.ShopTerms;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeskHoursTest {

    private static final ShopTerms TERMS = new ShopTerms(ShopPolicies.initial());
    private static final Instant SALES_CLOSES = Instant.parse("2026-01-12T19:00:00Z");
    private static final Instant SALES_OPENS_AGAIN = Instant.parse("2026-01-13T08:00:00Z");

    private static DeskHours salesAt(Instant now) {
        return DeskHours.of(TERMS, now).stream()
                .filter(hours -> hours.desk() == Desk.SALES)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_desk_is_open_until_the_last_millisecond_of_its_day() {
        Instant last = SALES_CLOSES.minusMillis(1);

        assertThat(salesAt(last).isOpen()).isTrue();
        assertThat(salesAt(last).nextOpenAt()).isEqualTo(last);
        assertThat(salesAt(SALES_CLOSES).isOpen()).isFalse();
        assertThat(salesAt(SALES_CLOSES).nextOpenAt()).isEqualTo(SALES_OPENS_AGAIN);
    }

    @Test
    void every_desk_of_the_policy_is_listed_with_its_phone() {
        assertThat(DeskHours.of(TERMS, SALES_CLOSES))
                .extracting(DeskHours::desk)
                .containsExactly(Desk.values());
        assertThat(salesAt(SALES_CLOSES).phone()).isEqualTo("+48221000010");
    }
}
