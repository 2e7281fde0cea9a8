package io.orderjourney.order.orders.console;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.Viewer;
import io.orderjourney.console.desk.DeskScreen;
import io.orderjourney.console.desk.Panel;
import io.orderjourney.console.desk.Queue;
import io.orderjourney.console.desk.QueueFilter;
import io.orderjourney.console.desk.QueueRow;
import io.orderjourney.contracts.CallOutcome;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.order.orders.ConfirmationCall;
import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.Orders;
import io.orderjourney.order.orders.usecase.EndJourneyHandler;
import io.orderjourney.order.orders.usecase.LogConfirmationCallHandler;
import io.orderjourney.order.orders.usecase.ReadSalesQueue;
import io.orderjourney.order.orders.usecase.ReadSalesQueue.Work;
import io.orderjourney.promises.PromiseRefused;
import io.orderjourney.promises.Wording;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** SALES' screen: the confirmation calls that are owed, and what a clerk does after one. */
@ApplicationScoped
class SalesScreen implements DeskScreen {

    /** How deep a search looks into the queue. */
    private static final int SEARCHED_MAX = 500;

    private final ReadSalesQueue sales;
    private final LogConfirmationCallHandler calls;
    private final EndJourneyHandler ends;
    private final SalesView view;
    private final CurrentTerms terms;

    SalesScreen(
            ReadSalesQueue sales,
            LogConfirmationCallHandler calls,
            EndJourneyHandler ends,
            SalesView view,
            CurrentTerms terms) {
        this.sales = sales;
        this.calls = calls;
        this.ends = ends;
        this.view = view;
        this.terms = terms;
    }

    @Override
    public String name() {
        return "sales";
    }

    @Override
    public String role() {
        return Roles.SALES;
    }

    @Override
    public ConsoleTexts texts(String language) {
        return OrderFacts.texts(language);
    }

    @Override
    public Queue queue(QueueFilter filter, Viewer viewer) {
        ConsoleTexts texts = texts(viewer.language());
        boolean all = filter.search() == null && filter.urgency() == null;
        List<Work> read = sales.queue(position(filter.cursor()), all ? Queue.ROWS_MAX : SEARCHED_MAX);
        List<QueueRow> rows = read.stream()
                .filter(work -> matches(work, filter.search()))
                .flatMap(work -> view.row(work, texts).stream())
                .toList();
        return Queue.of(rows, filter, all && read.size() == Queue.ROWS_MAX ? cursor(read) : null)
                .firstRows();
    }

    private static @Nullable String cursor(List<Work> read) {
        ReadSalesQueue.Call last = read.get(read.size() - 1).call();
        return last == null
                ? null
                : last.promise().dueAt() + "_" + last.promise().id();
    }

    private static Optional<Orders.QueuePosition> position(@Nullable String cursor) {
        if (cursor == null) {
            return Optional.empty();
        }
        try {
            String[] parts = cursor.split("_", 2);
            return Optional.of(new Orders.QueuePosition(Instant.parse(parts[0]), UUID.fromString(parts[1])));
        } catch (DateTimeParseException | IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
            throw Problem.invalidParameter("cursor", "This is no cursor of this queue.");
        }
    }

    @Override
    public long revision(Viewer viewer) {
        return sales.revision();
    }

    @Override
    public Optional<Panel> panel(UUID journeyId, Viewer viewer) {
        return sales.of(journeyId).map(work -> {
            ConsoleTexts spoken = texts(ConsoleTexts.spoken(work.order().language()));
            return view.panel(work, texts(viewer.language()), spoken);
        });
    }

    @Override
    public String act(UUID journeyId, String action, Map<String, String> form, String version, Viewer viewer) {
        ConsoleTexts texts = texts(viewer.language());
        LongConsumer seen = DeskScreen.unchangedSince(version, texts);
        if (action.equals("cancel")) {
            return cancel(journeyId, form.getOrDefault("reason", ""), seen, viewer, texts);
        }
        ConfirmationCall call = switch (action) {
            case "reached" -> new ConfirmationCall(CallOutcome.REACHED, null);
            case "no-answer" -> new ConfirmationCall(CallOutcome.NO_ANSWER, null);
            case "later" -> new ConfirmationCall(CallOutcome.CALL_LATER, time(form.get("at"), texts));
            default -> throw Problem.notFound("action-not-found", "There is no such action at this desk.");
        };
        try {
            calls.log(journeyId, call, seen, viewer.actor());
        } catch (Order.TransitionNotAllowed done) {
            throw Problem.transitionNotAllowed(texts.say("refused.done"));
        } catch (ConfirmationCall.CallBackTimePassed passed) {
            throw Problem.unprocessable("call-back-time-passed", texts.say("refused.passed"));
        } catch (PromiseRefused refused) {
            String next = Wording.moment(refused.nextPossibleAt(), terms.get().zone(), texts.language());
            throw Problem.conflict("promise-refused", texts.say("refused.time", next));
        }
        return texts.say("done." + action);
    }

    private String cancel(UUID journeyId, String reason, LongConsumer seen, Viewer viewer, ConsoleTexts texts) {
        if (reason.isBlank()) {
            throw Problem.unprocessable("reason-missing", texts.say("refused.no-reason"));
        }
        try {
            ends.cancel(journeyId, JourneyEnd.CANCELLED_BY_CUSTOMER, reason, seen, viewer.actor());
        } catch (Order.TransitionNotAllowed over) {
            throw Problem.transitionNotAllowed(texts.say("refused.over"));
        }
        return texts.say("done.cancel");
    }

    private static Instant time(@Nullable String text, ConsoleTexts texts) {
        try {
            return Instant.parse(text == null ? "" : text);
        } catch (DateTimeParseException noTime) {
            throw Problem.unprocessable("no-time", texts.say("refused.no-time"));
        }
    }

    private static boolean matches(Work work, @Nullable String search) {
        if (search == null) {
            return true;
        }
        String wanted = search.toLowerCase(Locale.ROOT);
        Stream<String> known = work.customer() == null
                ? Stream.of()
                : Stream.of(
                                work.customer().contact().name(),
                                work.customer().contact().phone(),
                                work.customer().contact().email())
                        .filter(Objects::nonNull);
        return Stream.concat(Stream.of(work.order().number()), known)
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
