package io.orderjourney.notification.notices;

import io.orderjourney.contracts.NoticeSubject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A message for one customer about one journey.
 *
 * @param number what people quote; the same on every channel and in every copy
 * @param customerId absent while the order is not known here yet
 * @param sendAfter business time before which it may still grow
 * @param readiness the readiness a "ready for pickup" tells of; absent without one
 * @param freeText what a person wants to say, with the subject NEXT_WORD
 */
public record Notice(
        UUID id,
        long number,
        UUID journeyId,
        @Nullable UUID customerId,
        Instant plannedAt,
        Instant sendAfter,
        @Nullable Integer readiness,
        @Nullable String freeText,
        List<NoticePart> parts) {

    public List<DateChange> newDates() {
        return parts.stream()
                .flatMap(part -> part instanceof NoticePart.NewDate date ? Stream.of(date.change()) : Stream.empty())
                .toList();
    }

    public List<NoticeSubject> subjects() {
        return parts.stream()
                .flatMap(part -> part instanceof NoticePart.News news ? Stream.of(news.subject()) : Stream.empty())
                .toList();
    }

    public boolean tells(NoticeSubject subject) {
        return subjects().contains(subject);
    }

    /** Whether it apologises: some date in it is later than the customer believes. */
    public boolean isDelayNotice() {
        return newDates().stream().anyMatch(DateChange::isDelay);
    }
}
