package io.orderjourney.notification.watch;

import io.orderjourney.contracts.DeskTaskKind;
import io.orderjourney.contracts.EscalationLevel;
import io.orderjourney.contracts.RiskCause;
import io.orderjourney.promises.GrantedDate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one look at one promise leads to; most looks lead to nothing.
 *
 * @param planRungs the levels of the promise's present revision go into the timer table
 * @param missedRevision the date the customer believed in, if it passed unkept without a word: the worst class
 * @param warnings what the owner hears
 * @param asks what the desk is asked to do
 * @param reschedule the watch itself reschedules the promise, because nobody else did in time; then it must look again
 * @param speech what the customer hears of the present date
 */
public record Verdict(
        boolean planRungs,
        @Nullable Integer missedRevision,
        List<Warning> warnings,
        List<Ask> asks,
        @Nullable SystemMove reschedule,
        Speech speech) {

    /** A slip is foreseen, or a level was reached. */
    public record Warning(EscalationLevel level, RiskCause cause, Instant expectedAt, GrantedDate proposal) {}

    /** A task for the desk of the promise. */
    public record Ask(DeskTaskKind task, Instant doBeforeAt) {}

    /** The new date, and why. */
    public record SystemMove(GrantedDate date, RiskCause cause) {}

    /** What the customer hears. */
    public enum Speech {
        /** Nothing new: he knows, or is being told. */
        NOTHING,
        /** The present date. */
        ANNOUNCE,
        /** Nothing, for good: what he believes still serves him. */
        KEEP_QUIET
    }
}
