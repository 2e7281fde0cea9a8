package io.orderjourney.notification.answers.text;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.notification.answers.CalendarEntry;
import io.orderjourney.notification.answers.CustomerCalendar;
import io.orderjourney.notification.messages.text.Texts;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A customer's dates as a file for any calendar (RFC 5545, published as RFC 5546 has it). The same date has the same UID in every
 * version and a SEQUENCE that grows, so a calendar that takes the file again, or has subscribed to it, moves the entry or takes
 * it out.
 */
@Singleton
class CalendarFile {

    private final String shopName;
    private final String from;

    CalendarFile(
            @ConfigProperty(name = "journey.shop.name") String shopName,
            @ConfigProperty(name = "journey.mail.from") String from) {
        this.shopName = shopName;
        this.from = from;
    }

    /** The file's text. */
    String of(CustomerCalendar calendar) {
        Texts texts = new Texts(QuteAnswerPageRenderer.BUNDLE, calendar.language());
        ICalendar file = new ICalendar()
                .begin("VCALENDAR")
                .value("VERSION", "2.0")
                .value("PRODID", "-//Order Journey//notification-service//EN")
                .value("CALSCALE", "GREGORIAN")
                .value("METHOD", "PUBLISH")
                .text("X-WR-CALNAME", shopName + " " + calendar.orderNumber())
                // Who subscribes sees a change within the hour.
                .value("REFRESH-INTERVAL;VALUE=DURATION", "PT1H")
                .value("X-PUBLISHED-TTL", "PT1H");
        calendar.entries().forEach(told -> write(told, calendar, texts, file));
        return file.end("VCALENDAR").toString();
    }

    private void write(CustomerCalendar.Told told, CustomerCalendar calendar, Texts texts, ICalendar file) {
        CalendarEntry entry = told.entry();
        file.begin("VEVENT")
                .value(
                        "UID",
                        entry.promiseId() + "@" + URI.create(calendar.link()).getHost())
                .moment("DTSTAMP", calendar.writtenAt())
                .value("SEQUENCE", Integer.toString(entry.version()))
                .value("STATUS", entry.cancelled() ? "CANCELLED" : "CONFIRMED")
                .value("ORGANIZER;CN=" + ICalendar.quoted(shopName), "mailto:" + from);
        Instant startAt = entry.startAt();
        if (startAt == null) {
            LocalDate day = entry.endAt().atZone(calendar.zone()).toLocalDate();
            file.day("DTSTART", day).day("DTEND", day.plusDays(1)).value("TRANSP", "TRANSPARENT");
        } else {
            file.moment("DTSTART", startAt).moment("DTEND", entry.endAt()).value("TRANSP", "OPAQUE");
        }
        file.text("SUMMARY", summary(told, calendar, texts));
        file.text("DESCRIPTION", description(told, texts) + "\n\n" + texts.get("calendar.more", calendar.link()));
        String place = calendar.place();
        if (place != null) {
            file.text("LOCATION", place);
        }
        file.value("URL", calendar.link()).end("VEVENT");
    }

    /** A day is told in the words of its promise, which never say more than what was promised. */
    private static String summary(CustomerCalendar.Told told, CustomerCalendar calendar, Texts texts) {
        return told.entry().isDay()
                ? texts.get("calendar.day", calendar.orderNumber(), told.told())
                : texts.get("calendar." + told.entry().kind().name(), calendar.orderNumber());
    }

    private static String description(CustomerCalendar.Told told, Texts texts) {
        PromiseKind kind = told.entry().kind();
        boolean comesWhenReady = kind.equals(PromiseKind.PICKUP_READY) || kind.equals(PromiseKind.REST_READY);
        return comesWhenReady ? told.told() + ". " + texts.get("pickup.notYet") : told.told() + ".";
    }
}
