package io.orderjourney.notification.watch;

import io.orderjourney.contracts.DeskTaskKind;
import io.orderjourney.contracts.RiskCause;
import io.orderjourney.contracts.Rung;
import io.orderjourney.promises.GrantedDate;
import java.time.Instant;

/** One thing the watch does about a promise. */
public sealed interface Decision {

    /** The rungs of the promise's present revision go into the timer table. */
    record PlanRungs() implements Decision {}

    /** The owner hears that a slip is foreseen or that a rung was reached. */
    record WarnOwner(Rung rung, RiskCause cause, Instant expectedAt, GrantedDate proposal) implements Decision {}

    /** The desk that owns the promise (or management) gets a task. */
    record AskDesk(DeskTaskKind task, Instant doBeforeAt) implements Decision {}

    /** The watch itself moves the promise, because nobody else did in time. */
    record MoveBySystem(GrantedDate date, RiskCause cause) implements Decision {}

    /** The customer hears the present date of the promise. */
    record Announce() implements Decision {}

    /** The present date is not worth a message: what the customer believes still serves him. */
    record KeepQuiet() implements Decision {}

    /** A date passed unkept and the customer had not heard of another one: the worst class. */
    record DeclareBroken(int revision) implements Decision {}
}
