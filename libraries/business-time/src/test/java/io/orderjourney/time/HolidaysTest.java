package io.orderjourney.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidaysTest {

    @ParameterizedTest
    @CsvSource({
        "PL, 2026-05-03", // Constitution day, a Sunday
        "PL, 2026-06-04", // Corpus Christi moves with Easter
        "SI, 2026-02-08", // Prešeren day
        "SI, 2026-01-02",
        "RU, 2026-11-04",
        "DE, 2026-10-03",
        "GB, 2026-04-03",
        "US, 2026-11-26"
    })
    void each_country_has_its_own_public_holidays(String country, LocalDate date) {
        assertThat(Holidays.of(country).isHoliday(date)).isTrue();
    }

    @Test
    void christmas_eve_is_a_holiday_in_poland_since_2025() {
        Holidays poland = Holidays.of("PL");

        assertThat(poland.isHoliday(LocalDate.of(2024, 12, 24))).isFalse();
        assertThat(poland.isHoliday(LocalDate.of(2025, 12, 24))).isTrue();
        assertThat(poland.isHoliday(LocalDate.of(2026, 12, 24))).isTrue();
        assertThat(Holidays.of("SI").isHoliday(LocalDate.of(2026, 12, 24))).isFalse();
    }

    @Test
    void a_holiday_on_a_weekend_closes_that_day_and_the_day_that_makes_up_for_it() {
        Holidays russia = Holidays.of("RU");

        assertThat(LocalDate.of(2026, 5, 9).getDayOfWeek()).isEqualTo(java.time.DayOfWeek.SATURDAY);
        assertThat(russia.isHoliday(LocalDate.of(2026, 5, 9))).isTrue();
        assertThat(russia.isHoliday(LocalDate.of(2026, 5, 11))).isTrue();
        assertThat(russia.isHoliday(LocalDate.of(2026, 5, 12))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2026", "2027", "2028"})
    void the_russian_new_year_lasts_from_the_first_to_the_eighth_of_january(int year) {
        Holidays russia = Holidays.of("RU");

        for (int day = 1; day <= 8; day++) {
            assertThat(russia.isHoliday(LocalDate.of(year, 1, day))).isTrue();
        }
        for (int day = 9; day <= 31; day++) {
            assertThat(russia.isHoliday(LocalDate.of(year, 1, day))).isFalse();
        }
    }

    @Test
    void a_new_years_day_made_up_for_in_december_belongs_to_december() {
        // 1 January 2022 is a Saturday: the day off in the United States was Friday, 31 December 2021.
        assertThat(Holidays.of("US").isHoliday(LocalDate.of(2021, 12, 31))).isTrue();
    }

    @Test
    void a_region_adds_its_own_holidays() {
        LocalDate epiphany = LocalDate.of(2026, 1, 6);

        assertThat(Holidays.of("DE").isHoliday(epiphany)).isFalse();
        assertThat(Holidays.of("DE", "BY").isHoliday(epiphany)).isTrue();
    }

    @Test
    void an_unknown_country_or_region_is_refused() {
        assertThatThrownBy(() -> Holidays.of("XX"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("XX");
        assertThatThrownBy(() -> Holidays.of("DE", "ZZ"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ZZ");
    }

    @Test
    void closures_of_the_shop_come_on_top() {
        LocalDate stockTaking = LocalDate.of(2026, 1, 7);
        Set<LocalDate> closures = new HashSet<>(Set.of(stockTaking));
        Holidays holidays = Holidays.of("PL").withClosures(closures);
        closures.clear();

        assertThat(holidays.isHoliday(stockTaking)).isTrue();
        assertThat(holidays.isHoliday(LocalDate.of(2026, 1, 6))).isTrue();
        assertThat(holidays.isHoliday(LocalDate.of(2026, 1, 8))).isFalse();
        assertThat(Holidays.none().isHoliday(LocalDate.of(2026, 1, 6))).isFalse();
    }
}
