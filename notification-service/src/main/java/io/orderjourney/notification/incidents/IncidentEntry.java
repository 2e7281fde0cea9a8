package io.orderjourney.notification.incidents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of an incident's log.
 *
 * @param by a person, {@code heartbeat:<name>} or {@code watch}
 * @param text in words; of STEP_DONE the step, of a call the person
 * @param detail what came of it, or a remark
 */
public record IncidentEntry(
        Instant at,
        What what,
        String by,
        String text,
        @Nullable String detail) {

    /** What a line tells. */
    public enum What {
        OPENED,
        CALLED,
        CALL_FAILED,
        UPDATE_DUE,
        UPDATE_MISSED,
        TAKEN,
        UPDATED,
        STEP_DONE,
        SILENT,
        SPOKE_AGAIN,
        RESOLVED,
        REOPENED,
        CLOSED,
        DISMISSED,
        PLANNED,
        RESCHEDULED
    }
}
