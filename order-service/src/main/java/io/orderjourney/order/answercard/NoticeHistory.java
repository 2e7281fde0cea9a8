package io.orderjourney.order.answercard;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.notices.CustomerTold;
import io.orderjourney.contracts.notices.CustomerWarned;
import io.orderjourney.contracts.notices.NoticeUndelivered;
import io.orderjourney.contracts.notices.RescheduledDate;
import io.orderjourney.contracts.promises.PromiseRescheduled;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The messages that the customer of a journey got, and the new dates that were announced to them. */
public final class NoticeHistory {

    /**
     * A message to the customer.
     *
     * @param subjects its subjects as the contract names them, or DELAY with the kind of each promise that it rescheduled
     * @param delivered false if the channel did not take it
     * @param failureReason why it was not delivered; null if it was
     * @param attemptedAt when the channel took it or failed
     */
    public record Message(
            UUID noticeId,
            Channel channel,
            List<String> subjects,
            boolean delivered,
            @Nullable String failureReason,
            Instant attemptedAt) {}

    /**
     * A promise got a new due time.
     *
     * @param announcedAt when a delay notice with this date was delivered; null if none was
     */
    public record Reschedule(
            int revision,
            Instant previousDueAt,
            Instant dueAt,
            ReasonCode reason,
            String decidedBy,
            boolean bySystem,
            Instant rescheduledAt,
            @Nullable Instant announcedAt) {}

    private record Revision(UUID promiseId, int number) {}

    private final List<Message> messages = new ArrayList<>();
    private final Map<Revision, Instant> announced = new HashMap<>();
    private final Map<UUID, List<PromiseRescheduled>> reschedules = new HashMap<>();

    private NoticeHistory() {}

    public static NoticeHistory of(List<JourneyFact> facts) {
        NoticeHistory history = new NoticeHistory();
        facts.stream().sorted(JourneyFact.IN_ORDER).map(JourneyFact::data).forEach(history::apply);
        return history;
    }

    /** Oldest first. */
    public List<Message> messages() {
        return List.copyOf(messages);
    }

    /** The reschedules of one promise, oldest first. */
    public List<Reschedule> reschedulesOf(UUID promiseId) {
        return reschedules.getOrDefault(promiseId, List.of()).stream()
                .sorted(Comparator.comparingInt(PromiseRescheduled::revision))
                .map(reschedule -> new Reschedule(
                        reschedule.revision(),
                        reschedule.previousDueAt(),
                        reschedule.dueAt(),
                        reschedule.reason(),
                        reschedule.decidedBy(),
                        reschedule.bySystem(),
                        reschedule.rescheduledAt(),
                        announcedAt(promiseId, reschedule.revision())))
                .toList();
    }

    private @Nullable Instant announcedAt(UUID promiseId, int revision) {
        return announced.get(new Revision(promiseId, revision));
    }

    private void apply(Object data) {
        if (data instanceof CustomerTold told) {
            List<String> subjects = told.subjects().stream().map(Enum::name).toList();
            messages.add(new Message(told.noticeId(), told.channel(), subjects, true, null, told.handedOverAt()));
        } else if (data instanceof CustomerWarned warned) {
            messages.add(new Message(
                    warned.noticeId(),
                    warned.channel(),
                    warned.rescheduled().stream()
                            .map(rescheduled -> "DELAY " + rescheduled.kind().name())
                            .toList(),
                    true,
                    null,
                    warned.handedOverAt()));
            for (RescheduledDate rescheduled : warned.rescheduled()) {
                announced.putIfAbsent(
                        new Revision(rescheduled.promiseId(), rescheduled.revision()), warned.handedOverAt());
            }
        } else if (data instanceof NoticeUndelivered lost) {
            String why = lost.unknown() ? "outcome unknown: " + lost.why() : lost.why();
            messages.add(new Message(lost.noticeId(), lost.channel(), List.of(), false, why, lost.failedAt()));
        } else if (data instanceof PromiseRescheduled reschedule) {
            reschedules
                    .computeIfAbsent(reschedule.promiseId(), any -> new ArrayList<>())
                    .add(reschedule);
        }
    }
}
