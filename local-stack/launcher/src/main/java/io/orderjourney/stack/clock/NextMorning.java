package io.orderjourney.stack.clock;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.time.BusinessCalendar;
import io.orderjourney.time.Holidays;
import io.orderjourney.time.WeeklyHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The next morning of a shop: the moment of a working day from which every desk is there, by the shop's own policy. */
public final class NextMorning {

    /** When people look at their phones on a day on which they do not work. */
    private static final LocalTime LATE_MORNING = LocalTime.of(10, 0);

    private final ZoneId zone;
    private final Holidays holidays;
    private final List<BusinessCalendar> desks;

    private NextMorning(ZoneId zone, Holidays holidays, List<BusinessCalendar> desks) {
        this.zone = zone;
        this.holidays = holidays;
        this.desks = desks;
    }

    /** @param policy as notification-service answers it: zone, holidays, closures and the hours of the desks */
    public static NextMorning of(JsonNode policy) {
        ZoneId zone = ZoneId.of(policy.path("zone").asText());
        Set<LocalDate> closures = new HashSet<>();
        policy.path("closures").forEach(day -> closures.add(LocalDate.parse(day.asText())));
        Holidays holidays = Holidays.of(policy.path("holidaysOf").asText()).withClosures(closures);
        List<BusinessCalendar> desks = new ArrayList<>();
        policy.path("desks")
                .forEach(desk -> desks.add(new BusinessCalendar(
                        zone, WeeklyHours.parse(desk.path("hours").asText()), holidays)));
        return new NextMorning(zone, holidays, desks);
    }

    /**
     * The first one after this moment, in the shop's zone.
     *
     * @throws IllegalStateException if the desks have no day in common for a year
     */
    public ZonedDateTime after(Instant now) {
        return Stream.iterate(now.atZone(zone).toLocalDate(), day -> day.plusDays(1))
                .limit(BusinessCalendar.CLOSED_DAYS_MAX)
                .filter(day -> desks.stream().allMatch(desk -> desk.isOpenDay(day)))
                .map(this::everyDeskIsThereFrom)
                .filter(morning -> morning.toInstant().isAfter(now))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No day in sight on which every desk works."));
    }

    /**
     * The late morning of the next public holiday or closure after today, in the shop's zone.
     *
     * @throws IllegalStateException if there is none for a year
     */
    public ZonedDateTime ofHolidayAfter(Instant now) {
        return Stream.iterate(now.atZone(zone).toLocalDate().plusDays(1), day -> day.plusDays(1))
                .limit(BusinessCalendar.CLOSED_DAYS_MAX)
                .filter(holidays::isHoliday)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No holiday in sight."))
                .atTime(LATE_MORNING)
                .atZone(zone);
    }

    private ZonedDateTime everyDeskIsThereFrom(LocalDate day) {
        return desks.stream()
                .map(desk -> desk.nextOpen(day.atStartOfDay(zone).toInstant()))
                .max(Instant::compareTo)
                .orElseThrow()
                .atZone(zone);
    }
}
