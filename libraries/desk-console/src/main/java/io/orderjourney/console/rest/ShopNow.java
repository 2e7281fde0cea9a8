package io.orderjourney.console.rest;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.time.BusinessClock;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The shop's time as the screens show it: always the wall clock of the shop, with the day named only when it is not today. */
@Singleton
public class ShopNow {

    private final BusinessClock clock;
    private final ZoneId zone;

    ShopNow(
            BusinessClock clock,
            @ConfigProperty(name = "journey.console.zone", defaultValue = "Europe/Warsaw") ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    public Shown shownIn(ConsoleTexts texts) {
        return new Shown(clock.instant(), zone, texts);
    }

    /** Times in one language, as seen from one moment. */
    public record Shown(Instant now, ZoneId zone, ConsoleTexts texts) {

        /** {@code 14:30}, {@code Tue 14:30}, {@code 12 Jan 14:30} or with the year if it is another one. */
        public String at(Instant instant) {
            ZonedDateTime time = instant.atZone(zone);
            LocalDate today = now.atZone(zone).toLocalDate();
            long days = time.toLocalDate().toEpochDay() - today.toEpochDay();
            String pattern = days == 0
                    ? "HH:mm"
                    : Math.abs(days) < 7 ? "EEE HH:mm" : time.getYear() == today.getYear() ? "d MMM HH:mm" : "d MMM y";
            return DateTimeFormatter.ofPattern(pattern, texts.locale()).format(time);
        }

        /** How long it is until then, or since then: minutes, then hours, then days. */
        public String left(Instant instant) {
            Duration until = Duration.between(now, instant);
            boolean late = until.isNegative();
            long minutes = until.abs().toMinutes();
            String amount = minutes < 60
                    ? texts.say("time.minutes", minutes)
                    : minutes < 48 * 60
                            ? texts.say("time.hours", minutes / 60)
                            : texts.say("time.days", minutes / (24 * 60));
            return texts.say(late ? "time.late" : "time.left", amount);
        }

        public String iso(Instant instant) {
            return instant.toString();
        }
    }
}
