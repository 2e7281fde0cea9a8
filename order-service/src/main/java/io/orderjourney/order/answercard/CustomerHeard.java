package io.orderjourney.order.answercard;

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

/** What the customer of a journey heard, and which new dates were announced to him. */
public final class CustomerHeard {

    private record Revision(UUID promiseId, int number) {}

    private final List<Message> messages = new ArrayList<>();
    private final Map<Revision, Instant> announced = new HashMap<>();
    private final Map<UUID, List<PromiseRescheduled>> reschedules = new HashMap<>();

    private CustomerHeard() {}

    public static CustomerHeard of(List<JourneyFact> facts) {
        CustomerHeard heard = new CustomerHeard();
        facts.stream().sorted(JourneyFact.IN_ORDER).map(JourneyFact::data).forEach(heard::take);
        return heard;
    }

    /** Oldest first. */
    public List<Message> messages() {
        return List.copyOf(messages);
    }

    /** The reschedules of one promise, oldest first. */
    public List<DateMove> reschedulesOf(UUID promiseId) {
        return reschedules.getOrDefault(promiseId, List.of()).stream()
                .sorted(Comparator.comparingInt(PromiseRescheduled::revision))
                .map(reschedule -> new DateMove(
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

    private void take(Object data) {
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
            String why = lost.unknown() ? "unknown whether it arrived: " + lost.why() : lost.why();
            messages.add(new Message(lost.noticeId(), lost.channel(), List.of(), false, why, lost.failedAt()));
        } else if (data instanceof PromiseRescheduled reschedule) {
            reschedules
                    .computeIfAbsent(reschedule.promiseId(), any -> new ArrayList<>())
                    .add(reschedule);
        }
    }
}
