package io.orderjourney.console.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer card as every desk sees it: where the order is, what is next and whose it is, and what the customer was told.
 * All words are in the viewer's language, but for those marked otherwise.
 *
 * @param stage where the order stands
 * @param who whom it is for; null where the viewer needs no name, or the customer was erased
 * @param steps what can be done now, the next one first; empty when the journey is over
 * @param promises in the order of their due time
 * @param messages the newest first
 * @param timeline the newest first, in English
 * @param chases how often the customer had to ask
 */
public record Card(
        String stage,
        @Nullable Who who,
        List<Step> steps,
        List<Line> promises,
        List<Message> messages,
        List<Entry> timeline,
        int chases) {

    /**
     * The customer.
     *
     * @param language they speak, BCP 47
     */
    public record Who(
            String name, @Nullable String phone, @Nullable String email, String language) {}

    /**
     * What can be done now.
     *
     * @param desk whose step it is
     * @param phone of that desk
     */
    public record Step(String what, String desk, String phone, Instant dueAt) {}

    /**
     * One promise.
     *
     * @param told what the customer was told
     * @param desk that keeps it
     * @param firstPromisedAt the due time first said
     * @param outlook what is to be expected of it
     * @param look of the chip: good, warn, bad or plain
     * @param expectedAt when it will be kept as known now; null unless that is later than due
     */
    public record Line(
            String told,
            String desk,
            Instant dueAt,
            Instant firstPromisedAt,
            String outlook,
            String look,
            @Nullable Instant expectedAt,
            List<Move> moves) {}

    /**
     * A promise got another date.
     *
     * @param why the reason
     * @param by who decided it
     * @param toldAt when the customer was told; null if they were not
     */
    public record Move(
            Instant from,
            Instant to,
            String why,
            String by,
            @Nullable Instant toldAt) {}

    /**
     * A message to the customer.
     *
     * @param failure why it did not arrive, as its channel says it; null if it did
     */
    public record Message(
            Instant at,
            String channel,
            String about,
            @Nullable String failure) {}

    /** Something happened. */
    public record Entry(Instant at, String who, String what) {}
}
