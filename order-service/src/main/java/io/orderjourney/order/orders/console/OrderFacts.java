package io.orderjourney.order.orders.console;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.desk.Panel;
import io.orderjourney.contracts.orders.PickupOffer;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.order.customers.Customer;
import io.orderjourney.order.orders.Order;
import io.orderjourney.promises.Wording;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An order and its customer in the words that the screens of this service share. */
public final class OrderFacts {

    private static final String BUNDLE = "io.orderjourney.order.orders.sales";

    private OrderFacts() {}

    /** The texts of orders in one of the languages of the screens. */
    public static ConsoleTexts texts(String language) {
        return ConsoleTexts.of(language, BUNDLE, OrderFacts.class.getClassLoader());
    }

    /** What is known of an order, each with its label. */
    public static List<Panel.Fact> of(Order order, @Nullable Customer customer, ConsoleTexts texts, ZoneId zone) {
        List<Panel.Fact> facts = new ArrayList<>();
        facts.add(new Panel.Fact(texts.say("fact.state"), state(order, texts)));
        facts.add(new Panel.Fact(texts.say("fact.goods"), goods(order)));
        facts.add(new Panel.Fact(texts.say("fact.total"), total(order, texts)));
        facts.add(new Panel.Fact(texts.say("fact.payment"), texts.of("payment", order.payment())));
        PickupOffer offer = order.pickupOffer();
        facts.add(new Panel.Fact(
                texts.say("fact.pickup"),
                offer == null ? order.pickupPoint() : order.pickupPoint() + ", " + pickup(offer, texts, zone)));
        CustomerContact contact = contact(customer);
        if (contact != null && contact.email() != null) {
            facts.add(new Panel.Fact(texts.say("fact.email"), contact.email()));
        }
        facts.add(new Panel.Fact(texts.say("fact.language"), order.language()));
        facts.add(new Panel.Fact(texts.say("fact.attempts"), String.valueOf(order.callAttempts())));
        return facts;
    }

    public static String state(Order order, ConsoleTexts texts) {
        return texts.of("state", order.state());
    }

    public static String goods(Order order) {
        return order.lines().stream()
                .map(line -> line.quantity() == 1 ? line.name() : line.quantity() + " × " + line.name())
                .collect(Collectors.joining(", "));
    }

    public static String total(Order order, ConsoleTexts texts) {
        return texts.money(order.total().amountMinor(), order.total().currency());
    }

    public static String name(@Nullable Customer customer, ConsoleTexts texts) {
        CustomerContact contact = contact(customer);
        return contact == null ? texts.say("erased") : contact.name();
    }

    public static @Nullable String phone(@Nullable Customer customer) {
        CustomerContact contact = contact(customer);
        return contact == null ? null : contact.phone();
    }

    static String pickup(PickupOffer offer, ConsoleTexts texts, ZoneId zone) {
        return Wording.date(offer.precision(), null, offer.readyBy(), zone, texts.language());
    }

    private static @Nullable CustomerContact contact(@Nullable Customer customer) {
        return customer == null ? null : customer.contact();
    }
}
