package io.orderjourney.order.inquiries.console;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.contracts.Desk;
import io.orderjourney.order.catalogue.usecase.RequireOrderable;
import io.orderjourney.order.desks.DeskHours;
import io.orderjourney.order.inquiries.usecase.InquirySettings;
import io.orderjourney.promises.PickupPoints;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.Wording;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Fills the template of the contact page. */
@ApplicationScoped
class ContactPage {

    private static final String BUNDLE = "io.orderjourney.order.inquiries.contact";

    /** Desks that talk to customers. */
    private static final Set<Desk> SHOWN = EnumSet.of(Desk.SALES, Desk.CREDIT, Desk.PICKUP_POINT, Desk.CUSTOMER_CARE);

    private final Template page;
    private final InquirySettings settings;
    private final RequireOrderable catalogue;
    private final PickupPoints points;
    private final CurrentTerms terms;
    private final BusinessClock clock;
    private final String shopName;
    private final String company;
    private final TimeBasedEpochGenerator forms = Generators.timeBasedEpochGenerator();

    ContactPage(
            @Location("contact.html") Template page,
            InquirySettings settings,
            RequireOrderable catalogue,
            PickupPoints points,
            CurrentTerms terms,
            BusinessClock clock,
            @ConfigProperty(name = "journey.shop.name") String shopName,
            @ConfigProperty(name = "journey.shop.company") String company) {
        this.page = page;
        this.settings = settings;
        this.catalogue = catalogue;
        this.points = points;
        this.terms = terms;
        this.clock = clock;
        this.shopName = shopName;
        this.company = company;
    }

    /**
     * Who to call.
     *
     * @param answers what they know
     * @param now whether somebody answers, or when somebody does again
     */
    public record Line(String name, String answers, String phone, String hours, boolean open, String now) {}

    /** One topic of the form. */
    public record Choice(String value, String label, boolean chosen) {}

    /** @param trouble the key of what was wrong with the form; null if nothing was sent yet */
    TemplateInstance form(String language, ContactConsole.Typed typed, @Nullable String trouble) {
        ConsoleTexts texts = texts(language);
        String article = typed.article();
        String name = article == null ? "" : catalogue.nameOf(article).orElse("");
        String wrong = article != null && name.isEmpty() ? "article" : trouble;
        return filled(texts)
                .data("form", forms.generate().toString())
                .data("typed", typed)
                .data("topics", topics(typed.topic(), texts))
                .data("article", name)
                .data("points", name.isEmpty() ? List.of() : counters(typed.point()))
                .data("trouble", wrong == null ? "" : texts.of("trouble", wrong))
                .data("received", "")
                .data("told", "");
    }

    TemplateInstance received(String language, String number, String told) {
        ConsoleTexts texts = texts(language);
        return filled(texts)
                .data("form", "")
                .data("typed", ContactConsole.Typed.nothing())
                .data("topics", List.of())
                .data("article", "")
                .data("points", List.of())
                .data("trouble", "")
                .data("received", texts.say("received", number))
                .data("told", told + ".");
    }

    static ConsoleTexts texts(String language) {
        return ConsoleTexts.of(language, BUNDLE, ContactPage.class.getClassLoader());
    }

    private TemplateInstance filled(ConsoleTexts texts) {
        return page.data("text", texts)
                .data("language", texts.language())
                .data("languages", ConsoleTexts.LANGUAGES)
                .data("shopName", shopName)
                .data("company", company)
                .data("desks", lines(texts));
    }

    private List<Line> lines(ConsoleTexts texts) {
        ShopTerms shop = terms.get();
        Instant now = clock.instant();
        return DeskHours.of(shop, now).stream()
                .filter(desk -> SHOWN.contains(desk.desk()))
                .map(desk -> new Line(
                        texts.of("desk", desk.desk()),
                        texts.of("answers", desk.desk()),
                        desk.phone(),
                        hours(desk.hours(), texts.locale()),
                        desk.isOpen(),
                        desk.isOpen()
                                ? texts.say("open")
                                : texts.say(
                                        "closed", Wording.moment(desk.nextOpenAt(), shop.zone(), texts.language()))))
                .toList();
    }

    /** Where goods are collected. */
    private List<Choice> counters(@Nullable String chosen) {
        return points.all().stream()
                .filter(point -> point.counter() && !point.closed())
                .map(point -> new Choice(
                        point.code(),
                        point.name() + ", " + point.city(),
                        point.code().equals(chosen)))
                .toList();
    }

    private List<Choice> topics(@Nullable String chosen, ConsoleTexts texts) {
        return settings.topics().keySet().stream()
                .map(topic -> new Choice(topic, texts.of("topic", topic, topic), topic.equals(chosen)))
                .toList();
    }

    /** Opening hours as the policy writes them, with the days in this language. */
    static String hours(String policyHours, Locale locale) {
        String hours = policyHours;
        for (DayOfWeek day : DayOfWeek.values()) {
            hours = hours.replace(
                    day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH),
                    day.getDisplayName(TextStyle.SHORT_STANDALONE, locale));
        }
        return hours.replace("-", "–");
    }
}
