package io.orderjourney.order.care.console;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.desk.Action;
import io.orderjourney.console.desk.Panel;
import io.orderjourney.contracts.PackingCare;
import io.orderjourney.order.inquiries.Correction;
import io.orderjourney.order.inquiries.Inquiry;
import io.orderjourney.order.inquiries.usecase.PromiseCorrectionHandler;
import io.orderjourney.promises.Wording;
import io.orderjourney.rest.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** "Next time we mark the box", on customer care's screen. */
@ApplicationScoped
class CorrectionActions {

    static final String NAME = "correction";

    private final PromiseCorrectionHandler corrections;

    CorrectionActions(PromiseCorrectionHandler corrections) {
        this.corrections = corrections;
    }

    List<Panel.Fact> facts(Inquiry inquiry, ConsoleTexts texts, ZoneId zone) {
        return corrections.of(inquiry.journeyId()).stream()
                .map(correction -> new Panel.Fact(
                        texts.say("fact.correction"),
                        texts.of("care", correction.care()) + ", " + state(correction, texts, zone)))
                .toList();
    }

    private static String state(Correction correction, ConsoleTexts texts, ZoneId zone) {
        Instant madeAt = correction.madeAt();
        return madeAt == null
                ? texts.say("correction.waits")
                : texts.say("correction.made", Wording.moment(madeAt, zone, texts.language()));
    }

    static Action action(ConsoleTexts texts) {
        List<Action.Choice> cares = Stream.of(PackingCare.values())
                .map(care -> new Action.Choice(care.name(), texts.of("care", care)))
                .toList();
        return new Action(
                NAME,
                texts.say("do.correction"),
                texts.say("effect.correction"),
                'n',
                false,
                List.of(new Action.Field("care", texts.say("field.care"), Action.Type.CHOICE, cares, true)));
    }

    String act(UUID journeyId, Map<String, String> form, ConsoleTexts texts, String actor) {
        PackingCare chosen = Stream.of(PackingCare.values())
                .filter(care -> care.name().equals(form.get("care")))
                .findFirst()
                .orElseThrow(() -> Problem.unprocessable("no-care", texts.say("refused.no-time")));
        try {
            corrections.promise(journeyId, chosen, actor);
        } catch (Correction.AlreadyPromised already) {
            throw Problem.conflict("already-promised", texts.say("refused.correction"));
        }
        return texts.say("done.correction");
    }
}
