package io.orderjourney.credit.desk.console;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.desk.Action;
import io.orderjourney.console.desk.Panel;
import io.orderjourney.console.desk.QueueRow;
import io.orderjourney.console.desk.Urgency;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.ApplicationStep;
import io.orderjourney.credit.appointments.Appointment;
import io.orderjourney.credit.desk.usecase.ReadCreditQueue;
import io.orderjourney.credit.desk.usecase.ReadCreditQueue.Owed;
import io.orderjourney.credit.desk.usecase.ReadCreditQueue.Work;
import io.orderjourney.promises.OptionQuestion;
import io.orderjourney.promises.Outlook;
import io.orderjourney.promises.PromiseOption;
import io.orderjourney.promises.Wording;
import io.orderjourney.promises.usecase.CallBackTimes;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.promises.usecase.PromiseOptions;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An application in the words of the credit desk's screen. Who the customer is stands on the answer card. */
@ApplicationScoped
class CreditView {

    private final ReadCreditQueue queue;
    private final CallBackTimes callBackTimes;
    private final PromiseOptions options;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    CreditView(
            ReadCreditQueue queue,
            CallBackTimes callBackTimes,
            PromiseOptions options,
            CurrentTerms terms,
            BusinessClock clock) {
        this.queue = queue;
        this.callBackTimes = callBackTimes;
        this.options = options;
        this.terms = terms;
        this.clock = clock;
    }

    /** Empty if nothing is owed. */
    Optional<QueueRow> row(Work work, ConsoleTexts texts) {
        Owed owed = work.owed();
        if (owed == null) {
            return Optional.empty();
        }
        Application application = work.application();
        Instant dueAt = owed.promise().dueAt();
        boolean atRisk = owed.outlook() == Outlook.AT_RISK;
        return Optional.of(new QueueRow(
                application.journeyId(),
                application.pickupPoint(),
                application.orderNumber(),
                null,
                application.language(),
                texts.of("task", owed.promise().kind(), owed.promise().told()),
                dueAt,
                Urgency.of(
                        dueAt,
                        atRisk,
                        owed.outlook() == Outlook.WAITING,
                        clock.instant(),
                        terms.get().zone()),
                atRisk ? texts.of("risk", owed.expectation().cause()) : null,
                details(work, texts)));
    }

    private List<String> details(Work work, ConsoleTexts texts) {
        List<String> details = new ArrayList<>();
        details.add(amount(work.application(), texts));
        Appointment appointment = work.appointment();
        if (appointment != null) {
            details.add(texts.say("with", appointment.expertId()));
        }
        Owed owed = work.owed();
        if (owed != null && owed.promise().revision() > 0) {
            details.add(texts.say("moved", owed.promise().revision()));
        }
        return details;
    }

    /** @param spoken texts in the customer's language */
    Panel panel(Work work, ConsoleTexts texts, ConsoleTexts spoken) {
        Application application = work.application();
        return new Panel(
                application.journeyId(),
                application.orderNumber() + " · " + amount(application, texts),
                null,
                application.state().allows(ApplicationStep.LOG_CALL)
                        ? spoken.say("say", application.orderNumber(), amount(application, spoken))
                        : null,
                spoken.language(),
                facts(work, texts),
                actions(work, texts),
                String.valueOf(application.version()));
    }

    private List<Panel.Fact> facts(Work work, ConsoleTexts texts) {
        Application application = work.application();
        List<Panel.Fact> facts = new ArrayList<>();
        facts.add(new Panel.Fact(
                texts.say("fact.state"),
                texts.of("state", application.state(), application.state().name())));
        facts.add(new Panel.Fact(texts.say("fact.amount"), amount(application, texts)));
        facts.add(new Panel.Fact(texts.say("fact.point"), application.pickupPoint()));
        facts.add(new Panel.Fact(texts.say("fact.language"), application.language()));
        addTime(facts, texts, "fact.submitted", application.submittedAt());
        if (application.bankReference() != null) {
            facts.add(new Panel.Fact(texts.say("fact.reference"), application.bankReference()));
        }
        Appointment appointment = work.appointment();
        if (appointment != null) {
            facts.add(new Panel.Fact(
                    texts.say("fact.appointment"),
                    moment(appointment.startsAt(), texts) + ", " + texts.say("with", appointment.expertId())));
        }
        addTime(facts, texts, "fact.signed", application.signedAt());
        return facts;
    }

    private void addTime(List<Panel.Fact> facts, ConsoleTexts texts, String label, @Nullable Instant at) {
        if (at != null) {
            facts.add(new Panel.Fact(texts.say(label), moment(at, texts)));
        }
    }

    private List<Action> actions(Work work, ConsoleTexts texts) {
        Application application = work.application();
        Owed owed = work.owed();
        boolean owesUpdate = owed != null
                && owed.promise().kind().equals(PromiseKind.NEXT_UPDATE)
                && application.state().allows(ApplicationStep.GIVE_UPDATE);
        List<Action> actions = new ArrayList<>();
        if (application.state().allows(ApplicationStep.COMPLETE)) {
            actions.add(action("complete", 'c', true, texts));
            actions.add(action("no-answer", 'n', false, texts));
            actions.add(
                    choose("later", 't', callBackTimes.of(application.journeyId(), PromiseKind.CREDIT_CALL), texts));
            actions.add(action("incomplete", 'd', false, texts));
        }
        if (application.state().allows(ApplicationStep.SUBMIT)) {
            actions.add(action("submit", 's', true, texts));
        }
        Appointment appointment = work.appointment();
        if (application.state().allows(ApplicationStep.SIGN) && appointment != null) {
            boolean expected = owed != null && owed.promise().kind().equals(PromiseKind.SIGNING_APPOINTMENT);
            if (expected) {
                actions.add(action("arrived", 'h', true, texts));
            }
            actions.add(action("signed", 'g', !expected, texts));
            actions.add(action("expert-in", 'i', false, texts));
            actions.add(choose("other-time", 'o', signingTimes(application), texts));
            actions.add(absent(appointment.expertId(), texts));
        }
        if (owesUpdate) {
            actions.add(action("told", 'c', actions.isEmpty(), texts));
            actions.add(action("no-answer", 'n', false, texts));
        }
        if (application.state().allows(ApplicationStep.CHECK_IN_PAPERS)) {
            actions.add(action("papers", 'p', true, texts));
        }
        if (application.state().allows(ApplicationStep.SEARCH_PAPERS)) {
            actions.add(new Action(
                    "search",
                    texts.say("do.search"),
                    texts.say("effect.search"),
                    'f',
                    false,
                    List.of(new Action.Field(
                            "lastSeen", texts.say("field.lastSeen"), Action.Type.TEXT, List.of(), false))));
        }
        return actions;
    }

    /** When the customer could sign instead, as the roster has it. */
    private List<Instant> signingTimes(Application application) {
        return options
                .options(new OptionQuestion(
                        PromiseKind.SIGNING_APPOINTMENT,
                        application.journeyId(),
                        null,
                        application.language(),
                        Map.of()))
                .stream()
                .map(PromiseOption::windowStartAt)
                .flatMap(startAt -> Optional.ofNullable(startAt).stream())
                .map(OffsetDateTime::toInstant)
                .toList();
    }

    private Action choose(String name, char key, List<Instant> times, ConsoleTexts texts) {
        List<Action.Choice> choices = times.stream()
                .map(at -> new Action.Choice(at.toString(), moment(at, texts)))
                .toList();
        Action.Field at = new Action.Field("at", texts.say("field.at"), Action.Type.CHOICE, choices, true);
        return new Action(name, texts.say("do." + name), texts.say("effect." + name), key, false, List.of(at));
    }

    /** It says whom it would move before it moves them. */
    private Action absent(String expertId, ConsoleTexts texts) {
        List<Appointment> moved = queue.today(expertId);
        String times = moved.stream()
                .map(appointment ->
                        Wording.moment(appointment.startsAt(), terms.get().zone(), texts.language()))
                .collect(Collectors.joining("; "));
        return new Action(
                "absent",
                texts.say("do.absent"),
                texts.say("effect.absent", moved.size(), times),
                'a',
                false,
                List.of());
    }

    String refusedTime(@Nullable Instant next, ConsoleTexts texts) {
        return next == null ? texts.say("refused.no-time-known") : texts.say("refused.time", moment(next, texts));
    }

    private static Action action(String name, char key, boolean primary, ConsoleTexts texts) {
        return new Action(name, texts.say("do." + name), texts.say("effect." + name), key, primary, List.of());
    }

    private static String amount(Application application, ConsoleTexts texts) {
        return texts.money(
                application.amount().amountMinor(), application.amount().currency());
    }

    private String moment(Instant at, ConsoleTexts texts) {
        ZoneId zone = terms.get().zone();
        return Wording.moment(at, zone, texts.language());
    }
}
