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
 * Every promise of the journey as an outsider can reconstruct it: dates from the public topics, deliveries from the customer's
 * own mailbox. No report of a service counts as a delivery.
 */
final class PromiseLedger {

    /** A promise with every date it had. */
    static final class Line {
        final String kind;
        final Instant firstPromisedAt;
        final List<NewDate> reschedules = new ArrayList<>();

        @Nullable
        Instant keptAt;

        @Nullable
        Instant withdrawnAt;

        /** When the customer had the next update in hand that took the place of a date nobody could give. */
        @Nullable
        Instant nextUpdateAt;

        /** Since when it was the customer's turn. */
        @Nullable
        Instant pausedAt;

        Line(String kind, Instant firstPromisedAt) {
            this.kind = kind;
            this.firstPromisedAt = firstPromisedAt;
        }

        /** Moved with notice, kept on time, or what went wrong. */
        String outcome() {
            Instant kept = keptAt;
            if (kept == null) {
                return withdrawnAt == null ? "OPEN" : "withdrawn";
            }
            Instant lastConfirmed = lastConfirmedDate();
            if (kept.isAfter(lastConfirmed)) {
                Instant paused = pausedAt;
                if (paused != null && paused.isBefore(lastConfirmed)) {
                    return "waited for the customer";
                }
                Instant update = nextUpdateAt;
                return update != null && update.isBefore(lastConfirmed)
                        ? "next update with notice"
                        : "MISSED WITHOUT NOTICE";
            }
            return kept.isAfter(firstPromisedAt) ? "rescheduled with notice" : "kept on time";
        }

        boolean isOpenAt(Instant at) {
            Instant end = keptAt == null ? withdrawnAt : keptAt;
            return end == null || end.isAfter(at);
        }

        private Instant lastConfirmedDate() {
            Instant lastConfirmed = firstPromisedAt;
            for (NewDate date : reschedules) {
                if (date.deliveredAt != null) {
                    lastConfirmed = date.dueAt;
                }
            }
            return lastConfirmed;
        }
    }

    /** A date that replaced another; {@code inHandAt}: when it was in the customer's own mailbox. */
    static final class NewDate {
        final int revision;
        final Instant previousDueAt;
        final Instant dueAt;
        final String reason;
        final boolean bySystem;

        @Nullable
        Instant deliveredAt;

        NewDate(int revision, Instant previousDueAt, Instant dueAt, String reason, boolean bySystem) {
            this.revision = revision;
            this.previousDueAt = previousDueAt;
            this.dueAt = dueAt;
            this.reason = reason;
            this.bySystem = bySystem;
        }

        boolean deliveredBy(Instant at) {
            Instant delivered = deliveredAt;
            return delivered != null && !delivered.isAfter(at);
        }

        Duration ahead() {
            return deliveredAt == null ? Duration.ZERO : Duration.between(deliveredAt, previousDueAt);
        }
    }

    private final Map<String, Line> lines = new LinkedHashMap<>();

    static PromiseLedger of(List<Topics.Event> events, Mailbox mailbox) {
        PromiseLedger ledger = new PromiseLedger();
        events.forEach(ledger::promise);
        events.forEach(event -> ledger.delivery(event, mailbox));
        events.forEach(event -> ledger.nextUpdate(event, mailbox));
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
            case "promises.promise-paused.v1" -> line(id).ifPresent(line -> line.pausedAt = instant(event, "pausedAt"));
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
            line.reschedules.removeIf(date -> date.revision == revision && bySystem);
            if (line.reschedules.stream().noneMatch(date -> date.revision == revision)) {
                NewDate date = new NewDate(
                        revision,
                        instant(event, "previousDueAt"),
                        instant(event, "dueAt"),
                        event.data().path("reason").asText(),
                        bySystem);
                // Who asked for a date knows it.
                date.deliveredAt = date.reason.equals("CUSTOMER_ASKED") ? Instant.parse(event.time()) : null;
                line.reschedules.add(date);
            }
        });
    }

    /** A notice counts from the moment it is in the mailbox, whatever notification-service reports. */
    private void delivery(Topics.Event event, Mailbox mailbox) {
        if (!event.type().equals("notices.customer-warned.v1")) {
            return;
        }
        Optional<Instant> deliveredAt = deliveredAt(event, mailbox);
        event.data()
                .path("rescheduled")
                .forEach(entry -> line(entry.path("promiseId").asText())
                        .ifPresent(line -> line.reschedules.stream()
                                .filter(date ->
                                        date.revision <= entry.path("revision").asInt() && date.deliveredAt == null)
                                .forEach(date -> date.deliveredAt = deliveredAt.orElse(null))));
    }

    /** Where no date can be given, the time of the next message is: told in time, it is notice of every date still open. */
    private void nextUpdate(Topics.Event event, Mailbox mailbox) {
        boolean tellsUpdate = event.type().equals("notices.customer-told.v1")
                && event.data().path("subjects").toString().contains("\"NEXT_UPDATE\"");
        if (!tellsUpdate) {
            return;
        }
        deliveredAt(event, mailbox)
                .ifPresent(at -> lines.values().stream()
                        .filter(line -> line.nextUpdateAt == null && line.isOpenAt(at))
                        .filter(line -> line.reschedules.stream().allMatch(date -> date.deliveredBy(at)))
                        .filter(line -> !line.reschedules.isEmpty())
                        .forEach(line -> line.nextUpdateAt = at));
    }

    private static Optional<Instant> deliveredAt(Topics.Event event, Mailbox mailbox) {
        String noticeId = event.data().path("noticeId").asText();
        return mailbox.all().stream()
                .filter(message -> message.noticeId().equals(noticeId))
                .map(Mailbox.Received::seenAt)
                .min(Instant::compareTo);
    }

    private Optional<Line> line(String id) {
        return Optional.ofNullable(lines.get(id));
    }

    private static Instant instant(Topics.Event event, String field) {
        return Instant.parse(event.data().path(field).asText());
    }
}
