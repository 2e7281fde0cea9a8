package io.orderjourney.notification.desktasks.rest;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.DeskTaskKind;
import io.orderjourney.notification.desktasks.DeskTask;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as a desk sees it; times carry the offset of the shop's zone.
 *
 * @param noticeId the message that a call stands for: its words are what the customer is to hear
 */
public record DeskTaskView(
        UUID id,
        UUID journeyId,
        Desk desk,
        DeskTaskKind task,
        @Nullable UUID promiseId,
        int revision,
        @Nullable UUID noticeId,
        String text,
        OffsetDateTime doBeforeAt,
        OffsetDateTime openedAt,
        @Nullable OffsetDateTime doneAt,
        @Nullable String doneBy,
        @Nullable String outcome) {

    static DeskTaskView of(DeskTask task, ZoneId zone) {
        Instant doneAt = task.doneAt();
        return new DeskTaskView(
                task.id(),
                task.journeyId(),
                task.desk(),
                task.task(),
                task.promiseId(),
                task.revision(),
                task.noticeId(),
                task.text(),
                task.doBeforeAt().atZone(zone).toOffsetDateTime(),
                task.openedAt().atZone(zone).toOffsetDateTime(),
                doneAt == null ? null : doneAt.atZone(zone).toOffsetDateTime(),
                task.doneBy(),
                task.outcome());
    }
}
