package io.orderjourney.order.care.console;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.Viewer;
import io.orderjourney.console.desk.DeskScreen;
import io.orderjourney.console.desk.Panel;
import io.orderjourney.console.desk.Queue;
import io.orderjourney.console.desk.QueueFilter;
import io.orderjourney.console.desk.QueueRow;
import io.orderjourney.contracts.CallOutcome;
import io.orderjourney.contracts.InquiryChannel;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.OneLine;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.order.answercard.usecase.ReadAnswerCard;
import io.orderjourney.order.care.usecase.CallbackHandler;
import io.orderjourney.order.care.usecase.FindJourneys;
import io.orderjourney.order.care.usecase.FindJourneys.Found;
import io.orderjourney.order.care.usecase.LogChaseHandler;
import io.orderjourney.order.catalogue.OrderablePolicy;
import io.orderjourney.order.customers.ContactPolicy;
import io.orderjourney.order.customers.Customer;
import io.orderjourney.order.customers.usecase.UpdateContactHandler;
import io.orderjourney.order.orders.LinesPolicy;
import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.Orders;
import io.orderjourney.order.orders.usecase.ChangeOrderHandler;
import io.orderjourney.order.orders.usecase.EndJourneyHandler;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.PromiseRefused;
import io.orderjourney.promises.Wording;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Customer care's screen: find the customer who calls or comes, tell them how things stand, call back and answer when it was promised. */
@ApplicationScoped
class CareScreen implements DeskScreen {

    private final FindJourneys journeys;
    private final ReadAnswerCard cards;
    private final LogChaseHandler chases;
    private final CallbackHandler callbacks;
    private final UpdateContactHandler contacts;
    private final EndJourneyHandler ends;
    private final ChangeOrderHandler changes;
    private final CareView view;
    private final InquiryPanels inquiries;
    private final InquiryActions answers;
    private final RepairPanels repairs;
    private final CorrectionActions corrections;
    private final CurrentTerms terms;

    CareScreen(
            FindJourneys journeys,
            ReadAnswerCard cards,
            LogChaseHandler chases,
            CallbackHandler callbacks,
            UpdateContactHandler contacts,
            EndJourneyHandler ends,
            ChangeOrderHandler changes,
            CareView view,
            InquiryPanels inquiries,
            InquiryActions answers,
            RepairPanels repairs,
            CorrectionActions corrections,
            CurrentTerms terms) {
        this.journeys = journeys;
        this.cards = cards;
        this.chases = chases;
        this.callbacks = callbacks;
        this.contacts = contacts;
        this.ends = ends;
        this.changes = changes;
        this.view = view;
        this.inquiries = inquiries;
        this.answers = answers;
        this.repairs = repairs;
        this.corrections = corrections;
        this.terms = terms;
    }

    @Override
    public String name() {
        return "care";
    }

    @Override
    public String role() {
        return Roles.CUSTOMER_CARE;
    }

    @Override
    public ConsoleTexts texts(String language) {
        return CareView.texts(language);
    }

    /**
     * Without a search: the calls back and the answers that are owed, what is promised first comes first. With one: every
     * journey of the caller, and what they asked.
     */
    @Override
    public Queue queue(QueueFilter filter, Viewer viewer) {
        ConsoleTexts texts = texts(viewer.language());
        String search = filter.search();
        if (search != null) {
            List<QueueRow> found = Stream.concat(
                            journeys.by(search).stream().map(journey -> view.foundRow(journey, texts)),
                            inquiries.found(search, texts))
                    .toList();
            return Queue.of(found, filter, null);
        }
        Optional<Orders.QueuePosition> after = position(filter.cursor());
        List<Owed> owed = Stream.concat(
                        journeys.waitingForCallback(after, Queue.ROWS_MAX).stream()
                                .map(found -> callback(found, texts)),
                        inquiries.owed(after, Queue.ROWS_MAX, texts))
                .sorted(Comparator.comparing((Owed one) -> one.promise().dueAt())
                        .thenComparing(one -> one.promise().id()))
                .limit(Queue.ROWS_MAX)
                .toList();
        return Queue.of(
                owed.stream().map(Owed::row).toList(), filter, owed.size() == Queue.ROWS_MAX ? cursor(owed) : null);
    }

    /** Something that customer care owes, as a row. */
    record Owed(Promise promise, QueueRow row) {}

    private Owed callback(Found found, ConsoleTexts texts) {
        Promise callback = found.callback().orElseThrow();
        return new Owed(callback, view.callbackRow(found, callback, texts));
    }

    private static String cursor(List<Owed> read) {
        Promise last = read.get(read.size() - 1).promise();
        return last.dueAt() + "_" + last.id();
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
        return journeys.revision() ^ inquiries.revision();
    }

    @Override
    public Optional<Panel> panel(UUID journeyId, Viewer viewer) {
        ConsoleTexts texts = texts(viewer.language());
        return journeys.of(journeyId)
                .map(found -> view.panel(found, cards.of(journeyId).orElse(null), texts))
                .or(() -> inquiries.panel(journeyId, texts));
    }

    @Override
    public String act(UUID journeyId, String action, Map<String, String> form, String version, Viewer viewer) {
        ConsoleTexts texts = texts(viewer.language());
        if (InquiryActions.NAMES.contains(action)) {
            return answers.act(journeyId, action, form, version, viewer, texts);
        }
        if (CorrectionActions.NAME.equals(action)) {
            return corrections.act(journeyId, form, texts, viewer.actor());
        }
        if (RepairPanels.NAMES.contains(action)) {
            return repairs.act(journeyId, action, form, version, viewer, texts);
        }
        Seen seen = Seen.read(version);
        if (seen == null) {
            throw changed(texts);
        }
        String actor = viewer.actor();
        try {
            switch (action) {
                case "inquiry" -> chases.log(journeyId, channel(form.get("channel")), actor);
                case "callback" -> callbacks.promise(journeyId, time(form.get("at"), texts), actor);
                case "reached" -> called(journeyId, CallOutcome.REACHED, seen, texts, actor);
                case "no-answer" -> called(journeyId, CallOutcome.NO_ANSWER, seen, texts, actor);
                case "contact" -> changeContact(journeyId, form, seen, texts);
                case "quantity" -> changeQuantity(journeyId, form, seen, texts, actor);
                case RepairPanels.BEGIN -> repairs.begin(order(journeyId, texts), form, texts, actor);
                case "cancel" -> cancel(journeyId, form.get("reason"), seen, texts, actor);
                default -> throw Problem.notFound("action-not-found", "There is no such action at this desk.");
            }
        } catch (Order.TransitionNotAllowed over) {
            throw Problem.transitionNotAllowed(texts.say("refused.over"));
        } catch (LinesPolicy.Refused refused) {
            throw Problem.conflict("lines-refused", texts.of("refused.lines", refused.obstacle()));
        } catch (OrderablePolicy.NotOrderable notSold) {
            throw Problem.conflict("article-not-sold", texts.say("refused.not-sold"));
        } catch (CallbackHandler.NotPromised done) {
            throw Problem.conflict("callback-not-promised", texts.say("refused.not-promised"));
        } catch (PromiseRefused refused) {
            String next = Wording.moment(refused.nextPossibleAt(), terms.get().zone(), texts.language());
            throw Problem.conflict("promise-refused", texts.say("refused.time", next));
        }
        return texts.say("done." + action);
    }

    private void called(UUID journeyId, CallOutcome outcome, Seen seen, ConsoleTexts texts, String actor) {
        callbacks.log(
                journeyId, outcome, null, DeskScreen.unchangedSince(String.valueOf(seen.callback()), texts), actor);
    }

    private void changeContact(UUID journeyId, Map<String, String> form, Seen seen, ConsoleTexts texts) {
        Customer customer = journeys.of(journeyId)
                .map(Found::customer)
                .orElseThrow(() -> Problem.notFound("customer-not-found", texts.say("refused.erased")));
        CustomerContact known = customer.contact();
        String name = form.getOrDefault("name", "").strip();
        if (name.isEmpty() || !name.matches(OneLine.PATTERN)) {
            throw Problem.unprocessable("name-missing", texts.say("refused.name"));
        }
        try {
            contacts.change(
                    ContactPolicy.changed(known, name, blankToNull(form.get("email")), blankToNull(form.get("phone"))),
                    DeskScreen.unchangedSince(String.valueOf(seen.customer()), texts));
        } catch (ContactPolicy.Refused refused) {
            throw Problem.unprocessable("contact-refused", texts.of("refused", refused.violation()));
        }
    }

    private Order order(UUID journeyId, ConsoleTexts texts) {
        return journeys.of(journeyId)
                .map(Found::order)
                .orElseThrow(() -> Problem.notFound("order-not-found", texts.say("refused.not-bought-here")));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private void changeQuantity(UUID journeyId, Map<String, String> form, Seen seen, ConsoleTexts texts, String actor) {
        String pieces = form.getOrDefault("pieces", "").strip();
        if (!pieces.matches("\\d{1,4}")) {
            throw Problem.unprocessable("no-pieces", texts.say("refused.no-pieces"));
        }
        LinesPolicy.Wanted wanted =
                new LinesPolicy.Wanted(form.getOrDefault("sku", ""), Integer.parseInt(pieces), null, null);
        changes.change(
                journeyId,
                List.of(wanted),
                null,
                DeskScreen.unchangedSince(String.valueOf(seen.order()), texts),
                actor);
    }

    private void cancel(UUID journeyId, @Nullable String reason, Seen seen, ConsoleTexts texts, String actor) {
        if (reason == null || reason.isBlank()) {
            throw Problem.unprocessable("reason-missing", texts.say("refused.no-reason"));
        }
        ends.cancel(
                journeyId,
                JourneyEnd.CANCELLED_BY_CUSTOMER,
                reason,
                DeskScreen.unchangedSince(String.valueOf(seen.order()), texts),
                actor);
    }

    private static Problem changed(ConsoleTexts texts) {
        return Problem.of(412, "changed-meanwhile", texts.say("refused.changed"));
    }

    private static InquiryChannel channel(@Nullable String name) {
        for (InquiryChannel channel : InquiryChannel.values()) {
            if (channel.name().equals(name)) {
                return channel;
            }
        }
        return InquiryChannel.PHONE;
    }

    private static Instant time(@Nullable String text, ConsoleTexts texts) {
        try {
            return Instant.parse(text == null ? "" : text);
        } catch (DateTimeParseException noTime) {
            throw Problem.unprocessable("no-time", texts.say("refused.no-time"));
        }
    }
}
