package io.orderjourney.promises;

import static io.orderjourney.promises.testing.WarsawShop.TERMS;
import static io.orderjourney.promises.testing.WarsawShop.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.state.PickupPoint;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two pickup points of one shop, each with its own hours, holidays and telephone. */
class ShopTermsTest {

    private final ShopTerms early = TERMS.at(point("Mon-Fri 07:00-15:00", null));
    private final ShopTerms closedMonday = TERMS.at(point("Mon-Sat 09:00-20:00", null, LocalDate.parse("2026-01-12")));

    @Test
    void a_pickup_is_promised_in_the_hours_of_its_own_point() {
        assertThat(readyAt(TERMS)).isEqualTo(at("2026-01-12T20:00"));
        assertThat(readyAt(early)).isEqualTo(at("2026-01-12T15:00"));
        assertThat(readyAt(closedMonday)).isEqualTo(at("2026-01-13T20:00"));
    }

    @Test
    void a_point_without_hours_of_its_own_keeps_those_of_the_policy() {
        assertThat(readyAt(TERMS.at(point(null, null)))).isEqualTo(readyAt(TERMS));
    }

    @Test
    void the_other_desks_work_as_ever() {
        assertThat(closedMonday.calendar(Desk.SALES).isOpen(at("2026-01-12T10:00")))
                .isTrue();
        assertThat(closedMonday.desk(Desk.SALES)).isEqualTo(TERMS.desk(Desk.SALES));
    }

    @Test
    void a_point_is_called_at_its_own_number() {
        assertThat(early.desk(Desk.PICKUP_POINT).phone()).isEqualTo("+48121000041");
        assertThat(early.desk(Desk.PICKUP_POINT).perHour())
                .isEqualTo(TERMS.desk(Desk.PICKUP_POINT).perHour());
    }

    @Test
    void a_point_abroad_keeps_the_holidays_of_its_country() {
        // Prešeren Day, 8 February; a Monday in 2027.
        ShopTerms ljubljana = TERMS.at(point("Mon-Sat 09:00-20:00", "SI"));
        assertThat(ljubljana.calendar(Desk.PICKUP_POINT).isOpen(at("2027-02-08T10:00")))
                .isFalse();
        assertThat(TERMS.calendar(Desk.PICKUP_POINT).isOpen(at("2027-02-08T10:00")))
                .isTrue();
    }

    private static Instant readyAt(ShopTerms terms) {
        return PromiseDates.at(at("2026-01-12T09:30"), terms)
                .earliestFrom(PromiseKind.PICKUP_READY, at("2026-01-12T09:30"), DeskLoad.NONE)
                .dueAt();
    }

    private static PickupPoint point(@Nullable String hours, @Nullable String holidaysOf, LocalDate... closures) {
        return new PickupPoint(
                1,
                "KRK-01",
                "Kraków",
                "ul. Długa 31",
                "31-147",
                "Kraków",
                "PL",
                "+48121000041",
                hours,
                holidaysOf,
                List.of(closures),
                6,
                true,
                false);
    }
}
