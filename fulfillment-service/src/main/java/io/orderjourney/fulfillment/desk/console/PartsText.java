package io.orderjourney.fulfillment.desk.console;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.desk.Action;
import io.orderjourney.console.desk.Panel;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.fulfillment.desk.usecase.ReadCounter.Work;
import io.orderjourney.fulfillment.supply.GoodsParts;
import io.orderjourney.fulfillment.supply.ReservedLine;
import java.util.ArrayList;
import java.util.List;

/** What of an order is where, and what is paid for it, in the words of the counter. */
final class PartsText {

    private PartsText() {}

    static GoodsParts of(Work work) {
        return work.goods().supply().parts();
    }

    static boolean isOnShelf(ReservedLine line) {
        return line.onShelf() > 0 && !line.handedOver();
    }

    /** The goods of an order that is over, or of one line, stand together. */
    static List<Panel.Fact> goods(Work work, ConsoleTexts texts) {
        GoodsParts parts = of(work);
        List<Panel.Fact> facts = new ArrayList<>();
        if (work.pickup().isClosed() || parts.lines().count() == 1) {
            add(facts, "fact.goods", parts.lines().toList(), texts);
        } else {
            add(facts, "fact.goods.handed-over", parts.handedOver(), texts);
            add(facts, "fact.goods.here", parts.here(), texts);
            add(facts, "fact.goods.coming", parts.coming(), texts);
        }
        return facts;
    }

    private static void add(List<Panel.Fact> facts, String label, List<ReservedLine> lines, ConsoleTexts texts) {
        if (!lines.isEmpty()) {
            facts.add(new Panel.Fact(texts.say(label), PickupText.goods(lines.stream())));
        }
    }

    /** What the customer gets with a slip. */
    static List<ReservedLine> withSlip(Work work) {
        GoodsParts parts = of(work);
        return parts.isSplit() || parts.hasBegun()
                ? parts.here()
                : parts.lines().toList();
    }

    /** Of an order in parts it is said that the rest follows. */
    static Action handOver(Work work, ConsoleTexts texts) {
        String effect = of(work).coming().isEmpty() ? "effect.hand-over" : "effect.hand-over.part";
        List<Action.Field> fields = restFields(work, texts);
        return new Action("hand-over", texts.say("do.hand-over"), texts.say(effect), 'h', true, fields);
    }

    /** What the credit does not cover is paid first. */
    static List<Action.Field> restFields(Work work, ConsoleTexts texts) {
        Money rest = work.pickup().rest();
        if (rest == null || work.pickup().payment() != PaymentMethod.CREDIT) {
            return List.of();
        }
        String paid = texts.say("rest.paid", texts.money(rest.amountMinor(), rest.currency()));
        List<Action.Choice> yes = List.of(new Action.Choice("yes", paid));
        return List.of(new Action.Field("rest", texts.say("field.rest"), Action.Type.CHOICE, yes, true));
    }
}
