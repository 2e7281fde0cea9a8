package io.orderjourney.console.sample;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.Viewer;
import io.orderjourney.console.desk.Action;
import io.orderjourney.console.desk.DeskScreen;
import io.orderjourney.console.desk.Panel;
import io.orderjourney.console.desk.Queue;
import io.orderjourney.console.desk.QueueFilter;
import io.orderjourney.console.desk.QueueRow;
import io.orderjourney.console.desk.Urgency;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A desk with two orders, one of them of a customer with an unfriendly name. */
@ApplicationScoped
public class SampleDesk implements DeskScreen {

    public static final UUID JAN = UUID.fromString("019bb179-fba3-7cde-9689-2bbebbf6c5fe");
    public static final UUID SCRIPT = UUID.fromString("019bb179-fba3-7cde-9689-2bbebbf6c5ff");

    private final BusinessClock clock;
    private final List<String> done = new ArrayList<>();

    SampleDesk(BusinessClock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sales";
    }

    @Override
    public String role() {
        return "SALES";
    }

    @Override
    public ConsoleTexts texts(String language) {
        return ConsoleTexts.shared(language);
    }

    @Override
    public Queue queue(QueueFilter filter, Viewer viewer) {
        Instant now = clock.instant();
        List<QueueRow> rows = List.of(
                row(
                        SCRIPT,
                        "A-2",
                        "<script>alert(1)</script>",
                        now.minus(Duration.ofSeconds(40 * 60 + 10)),
                        Urgency.LATE),
                row(JAN, "A-1", "Jan Kowalski", now.plus(Duration.ofSeconds(19 * 60 + 30)), Urgency.AT_RISK));
        return new Queue(
                rows.stream()
                        .filter(row -> filter.urgency() == null || row.urgency() == filter.urgency())
                        .filter(row -> filter.search() == null || row.title().contains(filter.search()))
                        .toList(),
                Map.of(Urgency.LATE, 1L, Urgency.AT_RISK, 1L),
                null);
    }

    private static QueueRow row(UUID id, String reference, String title, Instant dueAt, Urgency urgency) {
        return new QueueRow(
                id,
                reference,
                title,
                "+48600100200",
                "pl",
                "Call to confirm",
                dueAt,
                urgency,
                urgency == Urgency.AT_RISK ? "6 calls stand before it" : null,
                List.of("Phone S5 × 1", "1,899.00 zł"));
    }

    @Override
    public long revision(Viewer viewer) {
        return done.size();
    }

    @Override
    public Optional<Panel> panel(UUID journeyId, Viewer viewer) {
        return queue(new QueueFilter(null, null, null), viewer).rows().stream()
                .filter(row -> row.journeyId().equals(journeyId))
                .map(row -> new Panel(
                        journeyId,
                        row.reference() + " " + row.title(),
                        row.phone(),
                        "Dzień dobry, dzwonię w sprawie zamówienia.",
                        "pl",
                        List.of(new Panel.Fact("Attempts", String.valueOf(done.size()))),
                        List.of(
                                new Action("reached", "Reached", "Nothing is sent", 'c', true, List.of()),
                                new Action("contact", "Change contact", null, 'e', false, List.of()).atOnce()),
                        "1"))
                .findFirst();
    }

    @Override
    public String act(UUID journeyId, String action, Map<String, String> form, String version, Viewer viewer) {
        if (!version.equals("1")) {
            throw Problem.of(412, "changed-meanwhile", "Somebody changed this order.");
        }
        done.add(viewer.actor() + " " + action);
        return "Logged by " + viewer.actor();
    }
}
