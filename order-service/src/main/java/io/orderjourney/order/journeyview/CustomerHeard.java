package io.orderjourney.order.journeyview;

import io.orderjourney.contracts.notices.CustomerTold;
import io.orderjourney.contracts.notices.CustomerWarned;
import io.orderjourney.contracts.notices.MovedDate;
import io.orderjourney.contracts.notices.NoticeUndelivered;
import io.orderjourney.contracts.promises.PromiseMoved;
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
    private final Map<UUID, List<PromiseMoved>> moves = new HashMap<>();

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

    /** The moves of one promise, oldest first. */
    public List<DateMove> movesOf(UUID promiseId) {
        return moves.getOrDefault(promiseId, List.of()).stream()
                .sorted(Comparator.comparingInt(PromiseMoved::revision))
                .map(move -> new DateMove(
                        move.revision(),
                        move.fromDueAt(),
                        move.dueAt(),
                        move.reason(),
                        move.decidedBy(),
                        move.bySystem(),
                        move.movedAt(),
                        announcedAt(promiseId, move.revision())))
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
                    warned.moved().stream()
                            .map(moved -> "DELAY " + moved.kind().name())
                            .toList(),
                    true,
                    null,
                    warned.handedOverAt()));
            for (MovedDate moved : warned.moved()) {
                announced.putIfAbsent(new Revision(moved.promiseId(), moved.revision()), warned.handedOverAt());
            }
        } else if (data instanceof NoticeUndelivered lost) {
            String why = lost.unknown() ? "unknown whether it arrived: " + lost.why() : lost.why();
            messages.add(new Message(lost.noticeId(), lost.channel(), List.of(), false, why, lost.failedAt()));
        } else if (data instanceof PromiseMoved move) {
            moves.computeIfAbsent(move.promiseId(), any -> new ArrayList<>()).add(move);
        }
    }
}
