package io.orderjourney.journeytests.story;

import io.orderjourney.journeytests.shop.Mailbox;
import io.orderjourney.journeytests.shop.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every promise of the journey as an outsider can reckon it: dates from the public topics, handovers from the customer's
 * own mailbox. No word of a service about itself is taken for the handover.
 */
final class PromiseLedger {

    /** A promise with every date it had. */
    static final class Line {
        final String kind;
        final Instant firstPromisedAt;
        final List<Said> reschedules = new ArrayList<>();

        @Nullable
        Instant keptAt;

        @Nullable
        Instant withdrawnAt;

        Line(String kind, Instant firstPromisedAt) {
            this.kind = kind;
            this.firstPromisedAt = firstPromisedAt;
        }

        /** Moved with notice, kept on time, or what went wrong. */
        String ending() {
            Instant kept = keptAt;
            if (kept == null) {
                return withdrawnAt == null ? "OPEN" : "withdrawn";
            }
            Instant believed = believedLast();
            if (kept.isAfter(believed)) {
                return "MISSED WITHOUT NOTICE";
            }
            return kept.isAfter(firstPromisedAt) ? "rescheduled with notice" : "kept on time";
        }

        private Instant believedLast() {
            Instant believed = firstPromisedAt;
            for (Said said : reschedules) {
                if (said.inHandAt != null) {
                    believed = said.dueAt;
                }
            }
            return believed;
        }
    }

    /** A date that replaced another; {@code inHandAt}: when the customer's own mailbox had it at the latest. */
    static final class Said {
        final int revision;
        final Instant previousDueAt;
        final Instant dueAt;
        final String reason;
        final boolean bySystem;

        @Nullable
        Instant inHandAt;

        Said(int revision, Instant previousDueAt, Instant dueAt, String reason, boolean bySystem) {
            this.revision = revision;
            this.previousDueAt = previousDueAt;
            this.dueAt = dueAt;
            this.reason = reason;
            this.bySystem = bySystem;
        }

        Duration ahead() {
            return inHandAt == null ? Duration.ZERO : Duration.between(inHandAt, previousDueAt);
        }
    }

    private final Map<String, Line> lines = new LinkedHashMap<>();

    static PromiseLedger of(List<Topics.Event> events, Mailbox mailbox) {
        PromiseLedger ledger = new PromiseLedger();
        events.forEach(ledger::promise);
        events.forEach(event -> ledger.handover(event, mailbox));
        return ledger;
    }

    List<Line> lines() {
        return List.copyOf(lines.values());
    }

    private void promise(Topics.Event event) {
        String id = event.data().path("promiseId").asText();
        switch (event.type()) {
            case "promises.promise-made.v1" ->
                lines.put(id, new Line(event.data().path("kind").asText(), instant(event, "firstPromisedAt")));
            case "promises.promise-rescheduled.v1" -> rescheduled(event, id);
            case "promises.promise-kept.v1" -> line(id).ifPresent(line -> line.keptAt = instant(event, "keptAt"));
            case "promises.promise-withdrawn.v1" ->
                line(id).ifPresent(line -> line.withdrawnAt = instant(event, "withdrawnAt"));
            default -> {}
        }
    }

    private void rescheduled(Topics.Event event, String id) {
        line(id).ifPresent(line -> {
            int revision = event.data().path("revision").asInt();
            boolean bySystem = event.data().path("bySystem").asBoolean();
            line.reschedules.removeIf(said -> said.revision == revision && bySystem);
            if (line.reschedules.stream().noneMatch(said -> said.revision == revision)) {
                line.reschedules.add(new Said(
                        revision,
                        instant(event, "previousDueAt"),
                        instant(event, "dueAt"),
                        event.data().path("reason").asText(),
                        bySystem));
            }
        });
    }

    /** A notice counts from the moment it lies in the mailbox, whatever the notifier says. */
    private void handover(Topics.Event event, Mailbox mailbox) {
        if (!event.type().equals("notices.customer-warned.v1")) {
            return;
        }
        String noticeId = event.data().path("noticeId").asText();
        Optional<Instant> inHandAt = mailbox.all().stream()
                .filter(message -> message.noticeId().equals(noticeId))
                .map(Mailbox.Received::seenAt)
                .min(Instant::compareTo);
        event.data()
                .path("rescheduled")
                .forEach(date -> line(date.path("promiseId").asText())
                        .ifPresent(line -> line.reschedules.stream()
                                .filter(said ->
                                        said.revision <= date.path("revision").asInt() && said.inHandAt == null)
                                .forEach(said -> said.inHandAt = inHandAt.orElse(null))));
    }

    private Optional<Line> line(String id) {
        return Optional.ofNullable(lines.get(id));
    }

    private static Instant instant(Topics.Event event, String field) {
        return Instant.parse(event.data().path(field).asText());
    }
}
