package io.orderjourney.notification.answers.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.notification.answers.CalendarEntry;
import io.orderjourney.notification.answers.CustomerCalendar;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file as RFC 5545 wants it. */
class CalendarFileTest {

    private static final UUID APPOINTMENT = UUID.fromString("01940000-0000-7000-8000-000000000001");
    private static final Instant NOW = Instant.parse("2026-01-12T09:15:30.123Z");

    private final CalendarFile file = new CalendarFile("Shop \"A\"", "shop@order-journey.example");

    @Test
    void an_appointment_has_its_hours_in_utc_and_one_line_for_each_property() {
        assertThat(unfolded(calendar("en", "Warszawa, ul. Długa 1; 2nd floor", appointment(0, false))))
                .containsSubsequence(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "METHOD:PUBLISH",
                        "BEGIN:VEVENT",
                        "UID:" + APPOINTMENT + "@shop.example",
                        "DTSTAMP:20260112T091530Z",
                        "SEQUENCE:0",
                        "STATUS:CONFIRMED",
                        "ORGANIZER;CN=\"Shop 'A'\":mailto:shop@order-journey.example",
                        "DTSTART:20260113T123000Z",
                        "DTEND:20260113T133000Z",
                        "SUMMARY:Sign the credit agreement\\, order A-100042",
                        "DESCRIPTION:You sign\\; we wait.\\n\\nWhere your order is\\, and how to change a date:"
                                + " https://shop.example/o/1045-abc",
                        "LOCATION:Warszawa\\, ul. Długa 1\\; 2nd floor",
                        "URL:https://shop.example/o/1045-abc",
                        "END:VEVENT",
                        "END:VCALENDAR");
    }

    @Test
    void a_day_is_the_shops_day_and_keeps_nobody_busy() {
        // 23:30 in Warsaw is the day before in UTC in summer only; in winter it is the same.
        assertThat(unfolded(calendar("en", null, ready(Instant.parse("2026-07-14T22:30:00Z")))))
                .contains("DTSTART;VALUE=DATE:20260715", "DTEND;VALUE=DATE:20260716", "TRANSP:TRANSPARENT")
                .noneMatch(line -> line.startsWith("LOCATION"))
                .anyMatch(line -> line.startsWith("DESCRIPTION:") && line.contains("Please come when we tell you"));
    }

    @Test
    void what_does_not_stand_any_more_is_the_same_entry_in_a_higher_version() {
        assertThat(unfolded(calendar("en", null, appointment(3, true))))
                .contains("UID:" + APPOINTMENT + "@shop.example", "SEQUENCE:3", "STATUS:CANCELLED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pl", "sl", "ru"})
    void no_line_is_longer_than_75_bytes_and_no_character_is_cut(String language) {
        String text =
                file.of(calendar(language, "Пункт выдачи «Центральный», Łódź 🎁".repeat(4), appointment(0, false)));

        assertThat(text).endsWith("END:VCALENDAR\r\n").doesNotContain("{0}", "\uFFFD");
        assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
        for (String line : text.split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
            assertThat(new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(line);
        }
        assertThat(unfolded(text))
                .anyMatch(line -> line.equals("LOCATION:" + "Пункт выдачи «Центральный»\\, Łódź 🎁".repeat(4)));
    }

    @Test
    void no_text_can_begin_a_line_of_its_own() {
        assertThat(unfolded(calendar("en", "Here\r\nBEGIN:VALARM\u0007\nX:1", appointment(0, false))))
                .contains("LOCATION:Here\\nBEGIN:VALARM\\nX:1")
                .doesNotContain("BEGIN:VALARM", "X:1");
    }

    private List<String> unfolded(CustomerCalendar calendar) {
        return unfolded(file.of(calendar));
    }

    private static List<String> unfolded(String text) {
        return List.of(text.replace("\r\n ", "").split("\r\n"));
    }

    private static CustomerCalendar calendar(String language, @Nullable String place, CustomerCalendar.Told told) {
        return new CustomerCalendar(
                language,
                "A-100042",
                "https://shop.example/o/1045-abc",
                place,
                ZoneId.of("Europe/Warsaw"),
                NOW,
                List.of(told));
    }

    private static CustomerCalendar.Told appointment(int version, boolean cancelled) {
        return new CustomerCalendar.Told(
                new CalendarEntry(
                        APPOINTMENT,
                        PromiseKind.SIGNING_APPOINTMENT,
                        version,
                        Instant.parse("2026-01-13T12:30:00Z"),
                        Instant.parse("2026-01-13T13:30:00Z"),
                        cancelled),
                "You sign; we wait");
    }

    private static CustomerCalendar.Told ready(Instant dueAt) {
        return new CustomerCalendar.Told(
                new CalendarEntry(UUID.randomUUID(), PromiseKind.PICKUP_READY, 0, null, dueAt, false),
                "Your order is ready by then");
    }
}
