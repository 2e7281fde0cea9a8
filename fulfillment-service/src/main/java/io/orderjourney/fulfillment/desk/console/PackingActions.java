package io.orderjourney.fulfillment.desk.console;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.desk.Action;
import io.orderjourney.console.desk.Panel;
import io.orderjourney.contracts.PackingCare;
import io.orderjourney.fulfillment.packing.PackingPromise;
import io.orderjourney.fulfillment.packing.usecase.PackingPromises;
import io.orderjourney.rest.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What was promised to a customer for their next order, as the packer's list: each is ticked when it is done. */
@ApplicationScoped
class PackingActions {

    private static final String PREFIX = "care-";

    private final PackingPromises packing;

    PackingActions(PackingPromises packing) {
        this.packing = packing;
    }

    List<Panel.Fact> facts(UUID customerId, ConsoleTexts texts) {
        return packing.of(customerId).stream()
                .map(promise -> new Panel.Fact(texts.say("fact.care"), texts.of("care", promise.care())))
                .toList();
    }

    List<Action> actions(UUID customerId, ConsoleTexts texts) {
        return packing.of(customerId).stream()
                .map(PackingPromise::care)
                .distinct()
                .map(care -> new Action(
                        PREFIX + care,
                        texts.say("do.care." + care),
                        texts.say("effect.care"),
                        key(care),
                        false,
                        List.of()))
                .toList();
    }

    private static char key(PackingCare care) {
        return switch (care) {
            case MARK_BOX -> 'm';
            case EXTRA_PADDING -> 'a';
            case CHECK_CONTENTS -> 'k';
        };
    }

    static boolean is(String action) {
        return action.startsWith(PREFIX);
    }

    /** The packer did it; the same promised twice is done with the same order. */
    String act(String action, UUID orderId, UUID customerId, String actor, ConsoleTexts texts) {
        List<PackingPromise> done = packing.of(customerId).stream()
                .filter(promise -> action.equals(PREFIX + promise.care()))
                .toList();
        if (done.isEmpty()) {
            throw Problem.conflict("already-done", texts.say("refused.care"));
        }
        done.forEach(promise -> packing.made(promise.id(), orderId, customerId, actor));
        return texts.say("done.care");
    }
}
