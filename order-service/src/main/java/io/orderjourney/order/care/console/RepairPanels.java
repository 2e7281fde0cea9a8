package io.orderjourney.order.care.console;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.Viewer;
import io.orderjourney.console.desk.Action;
import io.orderjourney.console.desk.Panel;
import io.orderjourney.contracts.Identifiers;
import io.orderjourney.contracts.InquiryChannel;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.RepairOutcome;
import io.orderjourney.contracts.RepairReport;
import io.orderjourney.order.inquiries.Inquiry;
import io.orderjourney.order.inquiries.Repair;
import io.orderjourney.order.inquiries.ReplyPolicy;
import io.orderjourney.order.inquiries.usecase.RepairHandler;
import io.orderjourney.order.orders.Order;
import io.orderjourney.promises.Wording;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Repairs in the words of customer care's screen: taken in from an order, followed with the workshop, checked in again. */
@ApplicationScoped
class RepairPanels {

    static final String BEGIN = "repair";

    private static final String DIAGNOSED = "diagnosed";
    private static final String ANOTHER_DATE = "workshop-date";
    private static final String BACK = "repair-back";
    private static final String GIVE_UP = "repair-give-up";

    static final Set<String> NAMES = Set.of(DIAGNOSED, ANOTHER_DATE, BACK, GIVE_UP);

    private final RepairHandler repairs;
    private final BusinessClock clock;

    RepairPanels(RepairHandler repairs, BusinessClock clock) {
        this.repairs = repairs;
        this.clock = clock;
    }

    static List<Panel.Fact> facts(Repair repair, ConsoleTexts texts, ZoneId zone) {
        List<Panel.Fact> facts = new ArrayList<>();
        facts.add(new Panel.Fact(
                texts.say("fact.article"),
                repair.article() + ", " + texts.say(repair.underWarranty() ? "warranty.yes" : "warranty.no")));
        facts.add(new Panel.Fact(texts.say("fact.workshop"), repair.workshop()));
        RepairOutcome outcome = repair.outcome();
        if (outcome != null) {
            facts.add(new Panel.Fact(texts.say("fact.outcome"), texts.of("outcome", outcome)));
        }
        Instant backAt = repair.backAt();
        if (backAt != null) {
            facts.add(new Panel.Fact(texts.say("fact.back"), Wording.moment(backAt, zone, texts.language())));
        }
        return facts;
    }

    /** @param times at which the step at hand may be done */
    static List<Action> actions(Repair repair, List<Action.Choice> times, ConsoleTexts texts) {
        List<Action> actions = new ArrayList<>();
        if (repair.outcome() == null) {
            actions.add(action(
                    DIAGNOSED,
                    'd',
                    true,
                    texts,
                    choice("outcome", outcomes(texts), texts),
                    choice("eta", times, texts)));
        } else {
            actions.add(action(BACK, 'b', true, texts));
        }
        actions.add(action(ANOTHER_DATE, 'w', false, texts, choice("eta", times, texts)));
        actions.add(action(
                GIVE_UP,
                'g',
                false,
                texts,
                new Action.Field("text", texts.say("field.text"), Action.Type.LONG_TEXT, List.of(), true)));
        return actions;
    }

    /** With which an article of an order is taken in. */
    static Action begin(Order order, ConsoleTexts texts) {
        List<Action.Choice> articles = order.lines().stream()
                .collect(Collectors.toMap(OrderLine::sku, OrderLine::name, (one, same) -> one, LinkedHashMap::new))
                .entrySet()
                .stream()
                .map(line -> new Action.Choice(line.getKey(), line.getValue()))
                .toList();
        List<Action.Choice> warranty = List.of(
                new Action.Choice("true", texts.say("warranty.yes")),
                new Action.Choice("false", texts.say("warranty.no")));
        return action(
                BEGIN,
                'r',
                false,
                texts,
                new Action.Field("sku", texts.say("field.article"), Action.Type.CHOICE, articles, true),
                new Action.Field("workshop", texts.say("field.workshop"), Action.Type.TEXT, List.of(), true),
                choice("warranty", warranty, texts),
                new Action.Field("fault", texts.say("field.fault"), Action.Type.LONG_TEXT, List.of(), true));
    }

    /** Takes an article of an order in. */
    void begin(Order order, Map<String, String> form, ConsoleTexts texts, String actor) {
        String workshop = form.getOrDefault("workshop", "").strip();
        String fault = form.getOrDefault("fault", "").strip();
        if (!workshop.matches(Identifiers.CODE) || fault.isEmpty()) {
            throw Problem.unprocessable("repair-incomplete", texts.say("refused.repair-incomplete"));
        }
        try {
            repairs.begin(new RepairHandler.NewRepair(
                    order.number(),
                    form.getOrDefault("sku", ""),
                    workshop,
                    Boolean.parseBoolean(form.get("warranty")),
                    InquiryChannel.VISIT,
                    fault,
                    actor));
        } catch (Repair.NotBoughtHere notHere) {
            throw Problem.unprocessable("not-bought-here", texts.say("refused.not-bought-here"));
        }
    }

    /** Does what a clerk chose at a repair, and says what was done. */
    String act(
            UUID journeyId,
            String action,
            Map<String, String> form,
            String version,
            Viewer viewer,
            ConsoleTexts texts) {
        LongConsumer seen = current -> {
            if (!String.valueOf(current).equals(version)) {
                throw Problem.of(412, "changed-meanwhile", texts.say("refused.changed"));
            }
        };
        String actor = viewer.actor();
        try {
            switch (action) {
                case DIAGNOSED -> report(journeyId, RepairReport.DIAGNOSED, outcome(form, texts), form, texts, actor);
                case ANOTHER_DATE -> report(journeyId, RepairReport.ETA, null, form, texts, actor);
                case BACK -> repairs.back(journeyId, seen, actor);
                default -> repairs.giveUp(journeyId, form.getOrDefault("text", ""), seen, actor);
            }
        } catch (Repair.Refused refused) {
            throw Problem.conflict("repair-refused", texts.say("refused.repair"));
        } catch (Inquiry.AlreadyAnswered answered) {
            throw Problem.conflict("inquiry-answered", texts.say("refused.answered"));
        } catch (ReplyPolicy.SendsAway sendsAway) {
            throw Problem.unprocessable("reply-sends-away", texts.say("refused.sends-away"));
        } catch (ReplyPolicy.NotAnAnswer nothing) {
            throw Problem.unprocessable("reply-empty", texts.say("refused.empty"));
        } catch (ReplyPolicy.ApologyMissing noApology) {
            throw Problem.unprocessable("apology-missing", texts.say("refused.apology"));
        }
        return texts.say("done." + action);
    }

    private void report(
            UUID journeyId,
            RepairReport report,
            @Nullable RepairOutcome outcome,
            Map<String, String> form,
            ConsoleTexts texts,
            String actor) {
        Instant etaAt;
        try {
            etaAt = Instant.parse(form.getOrDefault("eta", ""));
        } catch (DateTimeParseException noTime) {
            throw Problem.unprocessable("no-time", texts.say("refused.no-time"));
        }
        repairs.report(journeyId, null, new RepairHandler.Report(report, outcome, etaAt, clock.instant()), actor);
    }

    private static RepairOutcome outcome(Map<String, String> form, ConsoleTexts texts) {
        return Stream.of(RepairOutcome.values())
                .filter(outcome -> outcome.name().equals(form.get("outcome")))
                .findFirst()
                .orElseThrow(() -> Problem.unprocessable("no-outcome", texts.say("refused.no-time")));
    }

    private static List<Action.Choice> outcomes(ConsoleTexts texts) {
        return Stream.of(RepairOutcome.values())
                .map(outcome -> new Action.Choice(outcome.name(), texts.of("outcome", outcome)))
                .toList();
    }

    private static Action.Field choice(String name, List<Action.Choice> choices, ConsoleTexts texts) {
        return new Action.Field(name, texts.say("field." + name), Action.Type.CHOICE, choices, true);
    }

    private static Action action(String name, char key, boolean primary, ConsoleTexts texts, Action.Field... fields) {
        return new Action(name, texts.say("do." + name), texts.say("effect." + name), key, primary, List.of(fields));
    }
}
