package io.orderjourney.journeytests.story;

import io.orderjourney.journeytests.shop.Mailbox;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Prints what happened: the promises with their dates, and every message the customer got. */
final class StoryReport {

    private static final ZoneId ZONE = Timeline.SHOP_ZONE;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    private final PrintStream out;

    StoryReport(PrintStream out) {
        this.out = out;
    }

    void comparison() {
        out.println();
        out.println("What the customer of the case went through       What this customer was told");
        out.println("-".repeat(96));
        String[][] rows = {
            {"the confirming call came after 26 hours", "a new time for the call, before the old one passed"},
            {"the credit call came a day later", "a new time for the call, before the old one passed"},
            {"\"today\" became tomorrow, without notice", "the new day of the decision, before the day ended"},
            {"an hour's wait for the expert", "another appointment, before leaving home"},
            {"the goods were not there: \"I don't know\"", "the new day of the goods and of the pickup"},
            {"\"ready\" was announced, the papers were missing", "\"ready\" once, when every gate was open"},
            {"papers found after a threat, second queue", "a search that the system asked for; one visit"},
        };
        for (String[] row : rows) {
            out.printf("%-48s %s%n", row[0], row[1]);
        }
    }

    void ledger(PromiseLedger ledger) {
        out.println();
        out.printf(
                "%-20s %-17s %-17s %-17s %-9s %-22s %s%n",
                "PROMISE", "FIRST PROMISED", "NEW DATE", "DELIVERED", "AHEAD", "REASON", "ENDED");
        out.println("-".repeat(130));
        for (PromiseLedger.Line line : ledger.lines()) {
            out.printf(
                    "%-20s %-17s %-17s %-17s %-9s %-22s %s%n",
                    line.kind, time(line.firstPromisedAt), "", "", "", "", outcome(line));
            for (PromiseLedger.NewDate date : line.reschedules) {
                Instant deliveredAt = date.deliveredAt;
                out.printf(
                        "%-20s %-17s %-17s %-17s %-9s %-22s%n",
                        "",
                        "",
                        time(date.dueAt),
                        deliveredAt == null ? "-" : time(deliveredAt),
                        deliveredAt == null ? "" : span(date.ahead()),
                        date.reason + (date.bySystem ? " *" : ""));
            }
        }
        out.println("(* rescheduled by the system itself, because the desk had not answered)");
    }

    void messages(List<Mailbox.Received> messages) {
        out.println();
        out.println("MESSAGES THAT THE CUSTOMER GOT");
        for (Mailbox.Received message : messages) {
            out.println("-".repeat(96));
            out.printf("%s  %s  %s%n", time(message.seenAt()), message.channel(), message.title());
            out.println();
            message.text().strip().lines().forEach(line -> out.println("    " + line));
        }
        out.println("-".repeat(96));
    }

    private static String outcome(PromiseLedger.Line line) {
        Instant keptAt = line.keptAt;
        return keptAt == null ? line.outcome() : line.outcome() + ", " + time(keptAt);
    }

    private static String time(Instant at) {
        return at.atZone(ZONE).format(TIME);
    }

    private static String span(Duration ahead) {
        return ahead.toHours() + "h" + String.format(Locale.ROOT, "%02d", Math.abs(ahead.toMinutesPart()));
    }
}
