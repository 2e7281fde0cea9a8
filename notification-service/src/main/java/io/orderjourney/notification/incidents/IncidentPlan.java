package io.orderjourney.notification.incidents;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.PromiseKind;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the shop does in one kind of incident. It is data: management changes it without a new version of the software.
 *
 * @param updateEvery the next word to the public is promised for so long ahead at most
 * @param answerWithin who is called and has not taken the incident by then is followed by the next in the list
 * @param promiseKinds which promises it puts in danger
 * @param channelDown a channel on which customers are not written to meanwhile
 * @param holdsCampaigns whether nothing is advertised meanwhile
 * @param steps what has to be done, in this order
 * @param callOrder who is called, in this order; after the last one the first again
 */
public record IncidentPlan(
        Duration updateEvery,
        Duration answerWithin,
        List<PromiseKind> promiseKinds,
        @Nullable Channel channelDown,
        boolean holdsCampaigns,
        List<IncidentStep> steps,
        List<OnCall> callOrder) {

    static final Duration UPDATE_EVERY_MIN = Duration.ofMinutes(10);
    static final Duration UPDATE_EVERY_MAX = Duration.ofHours(24);
    static final Duration ANSWER_WITHIN_MIN = Duration.ofMinutes(1);
    static final Duration ANSWER_WITHIN_MAX = Duration.ofHours(4);
    private static final int LIST_MAX = 20;

    /** @throws IllegalArgumentException if a time is out of its limits or a list is too long; the message says which */
    public IncidentPlan {
        requireBetween("updateEvery", updateEvery, UPDATE_EVERY_MIN, UPDATE_EVERY_MAX);
        requireBetween("answerWithin", answerWithin, ANSWER_WITHIN_MIN, ANSWER_WITHIN_MAX);
        requireShort("promiseKinds", promiseKinds);
        requireShort("steps", steps);
        requireShort("callOrder", callOrder);
        if (channelDown == Channel.CALL) {
            throw new IllegalArgumentException("channelDown is a channel on which the shop writes");
        }
        promiseKinds = List.copyOf(promiseKinds);
        steps = List.copyOf(steps);
        callOrder = List.copyOf(callOrder);
    }

    private static void requireBetween(String name, Duration value, Duration min, Duration max) {
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw new IllegalArgumentException(name + " is between " + min + " and " + max);
        }
    }

    private static void requireShort(String name, List<?> values) {
        if (values.size() > LIST_MAX) {
            throw new IllegalArgumentException(name + " has at most " + LIST_MAX + " entries");
        }
    }
}
