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
import io.orderjourney.credit.desk.usecase.ReadCreditQueue.Owed;
import io.orderjourney.credit.desk.usecase.ReadCreditQueue.Work;
import io.orderjourney.promises.Outlook;
import io.orderjourney.promises.Wording;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An application in the words of the credit desk's screen. Who the customer is stands on the answer card. */
@ApplicationScoped
class CreditView {

    private final CurrentTerms terms;
    private final BusinessClock clock;

    CreditView(CurrentTerms terms, BusinessClock clock) {
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

    private static List<Action> actions(Work work, ConsoleTexts texts) {
        Application application = work.application();
        Owed owed = work.owed();
        boolean owesUpdate = owed != null
                && owed.promise().kind().equals(PromiseKind.NEXT_UPDATE)
                && application.state().allows(ApplicationStep.GIVE_UPDATE);
        List<Action> actions = new ArrayList<>();
        if (application.state().allows(ApplicationStep.COMPLETE)) {
            actions.add(action("complete", 'c', true, texts));
            actions.add(action("no-answer", 'n', false, texts));
        }
        if (application.state().allows(ApplicationStep.SUBMIT)) {
            actions.add(action("submit", 's', true, texts));
        }
        if (application.state().allows(ApplicationStep.SIGN) && work.appointment() != null) {
            boolean expected = owed != null && owed.promise().kind().equals(PromiseKind.SIGNING_APPOINTMENT);
            if (expected) {
                actions.add(action("arrived", 'h', true, texts));
            }
            actions.add(action("signed", 'g', !expected, texts));
            actions.add(action("expert-in", 'i', false, texts));
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
