package io.orderjourney.stack.clock;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.time.BusinessCalendar;
import io.orderjourney.time.Holidays;
import io.orderjourney.time.WeeklyHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The next morning of a shop: the moment of a working day from which every desk is there, by the shop's own policy. */
public final class NextMorning {

    private final ZoneId zone;
    private final List<BusinessCalendar> desks;

    private NextMorning(ZoneId zone, List<BusinessCalendar> desks) {
        this.zone = zone;
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
        return new NextMorning(zone, desks);
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

    private ZonedDateTime everyDeskIsThereFrom(LocalDate day) {
        return desks.stream()
                .map(desk -> desk.nextOpen(day.atStartOfDay(zone).toInstant()))
                .max(Instant::compareTo)
                .orElseThrow()
                .atZone(zone);
    }
}
