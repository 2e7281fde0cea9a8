package io.orderjourney.credit.desk.console;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.Viewer;
import io.orderjourney.console.desk.DeskScreen;
import io.orderjourney.console.desk.Panel;
import io.orderjourney.console.desk.Queue;
import io.orderjourney.console.desk.QueueFilter;
import io.orderjourney.console.desk.QueueRow;
import io.orderjourney.contracts.CallOutcome;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.appointments.Appointment;
import io.orderjourney.credit.desk.usecase.CreditDeskHandler;
import io.orderjourney.credit.desk.usecase.ReadCreditQueue;
import io.orderjourney.credit.desk.usecase.ReadCreditQueue.Work;
import io.orderjourney.credit.roster.CheckIn;
import io.orderjourney.promises.PromiseRefused;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** The credit desk's screen: calls due, applications at the bank, signatures and papers as one queue. */
@ApplicationScoped
class CreditScreen implements DeskScreen {

    private static final String BUNDLE = "io.orderjourney.credit.desk.credit";

    /** How deep a search looks into the queue. */
    private static final int SEARCHED_MAX = 500;

    private static final int LAST_SEEN_MAX = 500;

    private final ReadCreditQueue credit;
    private final CreditDeskHandler desk;
    private final CreditView view;

    CreditScreen(ReadCreditQueue credit, CreditDeskHandler desk, CreditView view) {
        this.credit = credit;
        this.desk = desk;
        this.view = view;
    }

    @Override
    public String name() {
        return "credit";
    }

    @Override
    public String role() {
        return Roles.CREDIT;
    }

    @Override
    public ConsoleTexts texts(String language) {
        return ConsoleTexts.of(language, BUNDLE, CreditScreen.class.getClassLoader());
    }

    @Override
    public Queue queue(QueueFilter filter, Viewer viewer) {
        ConsoleTexts texts = texts(viewer.language());
        boolean all = filter.search() == null && filter.urgency() == null;
        List<QueueRow> rows = credit.first(all ? Queue.ROWS_MAX : SEARCHED_MAX).stream()
                .filter(work -> matches(work, filter.search()))
                .flatMap(work -> view.row(work, texts).stream())
                .toList();
        return Queue.of(rows, filter, null).firstRows();
    }

    @Override
    public long revision(Viewer viewer) {
        return credit.revision();
    }

    @Override
    public Optional<Panel> panel(UUID journeyId, Viewer viewer) {
        return credit.of(journeyId).map(work -> {
            ConsoleTexts spoken = texts(ConsoleTexts.spoken(work.application().language()));
            return view.panel(work, texts(viewer.language()), spoken);
        });
    }

    @Override
    public String act(UUID journeyId, String action, Map<String, String> form, String version, Viewer viewer) {
        ConsoleTexts texts = texts(viewer.language());
        LongConsumer seen = DeskScreen.unchangedSince(version, texts);
        try {
            act(journeyId, action, form, seen, viewer.actor());
        } catch (Application.NotFound | Application.TransitionRefused done) {
            throw Problem.transitionNotAllowed(texts.say("refused.done"));
        } catch (Appointment.ExpertNotOnDuty absent) {
            throw Problem.conflict("expert-not-on-duty", texts.say("refused.expert"));
        } catch (CheckIn.NotOnRoster elsewhere) {
            throw Problem.conflict("expert-not-on-roster", texts.say("refused.roster"));
        } catch (PromiseRefused refused) {
            throw Problem.conflict("promise-refused", view.refusedTime(refused.nextPossibleAt(), texts));
        } catch (Appointment.Refused refused) {
            throw Problem.conflict("appointment-refused", view.refusedTime(refused.nextPossibleAt(), texts));
        } catch (DateTimeParseException noTime) {
            throw Problem.unprocessable("no-time", texts.say("refused.no-time"));
        }
        return texts.say("done." + action);
    }

    private void act(UUID journeyId, String action, Map<String, String> form, LongConsumer seen, String actor) {
        switch (action) {
            case "complete" -> desk.completeAndSubmit(journeyId, seen, actor);
            case "submit" -> desk.submit(journeyId, seen, actor);
            case "told" -> desk.called(journeyId, CallOutcome.REACHED, seen, actor);
            case "no-answer" -> desk.called(journeyId, CallOutcome.NO_ANSWER, seen, actor);
            case "incomplete" -> desk.called(journeyId, CallOutcome.REACHED, seen, actor);
            case "later" -> desk.callLater(journeyId, time(form), seen, actor);
            case "other-time" -> desk.signsAt(journeyId, time(form), seen, actor);
            case "absent" -> desk.expertIsAbsent(journeyId, expert(journeyId), seen, actor);
            case "arrived" -> desk.arrived(journeyId, seen, actor);
            case "signed" -> desk.signed(journeyId, expert(journeyId), seen, actor);
            case "expert-in" -> desk.expertIsIn(journeyId, expert(journeyId), seen, actor);
            case "papers" -> desk.papersAreHere(journeyId, seen, actor);
            case "search" -> desk.papersAreMissing(journeyId, lastSeen(form), seen, actor);
            default -> throw Problem.notFound("action-not-found", "There is no such action at this desk.");
        }
    }

    private static Instant time(Map<String, String> form) {
        return Instant.parse(form.getOrDefault("at", ""));
    }

    private static @Nullable String lastSeen(Map<String, String> form) {
        String text = form.getOrDefault("lastSeen", "");
        return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), LAST_SEEN_MAX));
    }

    private String expert(UUID journeyId) {
        return credit.of(journeyId)
                .map(Work::appointment)
                .map(Appointment::expertId)
                .orElseThrow(Appointment.ExpertNotOnDuty::new);
    }

    private static boolean matches(Work work, @Nullable String search) {
        return search == null
                || work.application().orderNumber().toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT));
    }
}
