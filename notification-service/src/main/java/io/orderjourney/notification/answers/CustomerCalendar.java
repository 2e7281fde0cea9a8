package io.orderjourney.notification.answers;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dates of one order, for its customer's own calendar.
 *
 * @param language BCP 47
 * @param link of the customer's page
 * @param place name and address of the pickup point; absent if a courier brings the goods
 * @param zone in which a day begins and ends
 * @param writtenAt when this version of the file is written
 */
public record CustomerCalendar(
        String language,
        String orderNumber,
        String link,
        @Nullable String place,
        ZoneId zone,
        Instant writtenAt,
        List<Told> entries) {

    /** @param told the promise in the customer's words */
    public record Told(CalendarEntry entry, String told) {}
}
