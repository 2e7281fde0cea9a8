package io.orderjourney.order.inquiries.console;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.contracts.Identifiers;
import io.orderjourney.contracts.InquiryChannel;
import io.orderjourney.contracts.OneLine;
import io.orderjourney.contracts.orders.WantedGoods;
import io.orderjourney.order.catalogue.OrderablePolicy;
import io.orderjourney.order.catalogue.usecase.RequireOrderable;
import io.orderjourney.order.customers.ContactPolicy;
import io.orderjourney.order.inquiries.usecase.InquirySettings;
import io.orderjourney.order.inquiries.usecase.ReceiveInquiryHandler;
import io.orderjourney.order.inquiries.usecase.ReceiveInquiryHandler.NewInquiry;
import io.orderjourney.order.inquiries.usecase.ReceiveInquiryHandler.Received;
import io.orderjourney.promises.Wording;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The shop's contact page: who answers what, on which number and whether somebody does now, and a form. Nobody logs in, and
 * the shop's site may show it in a frame. The form has an id of its own, so that sending it twice asks once.
 */
@Path("/contact")
@Produces(MediaType.TEXT_HTML)
public class ContactConsole {

    static final int NAME_LENGTH_MAX = 200;
    static final int TEXT_LENGTH_MAX = 10_000;

    private static final int UNPROCESSABLE = 422;

    private final ContactPage page;
    private final ReceiveInquiryHandler receive;
    private final RequireOrderable orderable;
    private final InquirySettings settings;
    private final CurrentTerms terms;
    private final String embeddedBy;

    ContactConsole(
            ContactPage page,
            ReceiveInquiryHandler receive,
            RequireOrderable orderable,
            InquirySettings settings,
            CurrentTerms terms,
            @ConfigProperty(name = "journey.contact.embedded-by") String embeddedBy) {
        this.page = page;
        this.receive = receive;
        this.orderable = orderable;
        this.settings = settings;
        this.terms = terms;
        this.embeddedBy = embeddedBy;
    }

    /**
     * What was typed, as it came.
     *
     * @param article number of the article that they want to be told of; null if they ask something
     * @param point where they want it
     * @param website a field that people do not see: what fills it in is a program
     */
    public record Typed(
            @Nullable String form,
            @Nullable String topic,
            @Nullable String order,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String text,
            @Nullable String article,
            @Nullable String point,
            @Nullable String website) {

        static Typed nothing() {
            return about(null);
        }

        /** An empty form about an article. */
        static Typed about(@Nullable String article) {
            return new Typed(null, null, null, null, null, null, null, article, null, null);
        }
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response contact(
            @QueryParam("language") @Nullable String wanted,
            @QueryParam("article") @Nullable String article,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
        return html(200, page.form(language(wanted, accepted), Typed.about(blankToNull(article)), null));
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response ask(
            @QueryParam("language") @Nullable String wanted,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted,
            @FormParam("form") @Nullable String form,
            @FormParam("topic") @Nullable String topic,
            @FormParam("order") @Nullable String order,
            @FormParam("name") @Nullable String name,
            @FormParam("email") @Nullable String email,
            @FormParam("phone") @Nullable String phone,
            @FormParam("text") @Nullable String text,
            @FormParam("article") @Nullable String article,
            @FormParam("point") @Nullable String point,
            @FormParam("website") @Nullable String website) {
        String language = language(wanted, accepted);
        Typed typed = new Typed(
                form,
                topic,
                order,
                blankToNull(name),
                blankToNull(email),
                blankToNull(phone),
                text,
                blankToNull(article),
                blankToNull(point),
                website);
        Optional<UUID> id = idOf(form);
        String trouble = id.isEmpty() ? "again" : trouble(typed);
        if (trouble != null) {
            return html(UNPROCESSABLE, page.form(language, typed, trouble));
        }
        try {
            Received received = receive.receiveForm(id.orElseThrow(), asked(typed, language));
            String told = Wording.told(received.reply(), terms.get().zone(), language);
            return html(200, page.received(language, received.inquiry().number(), told));
        } catch (ContactPolicy.Refused refused) {
            String why = refused.violation().name().toLowerCase(Locale.ROOT);
            return html(UNPROCESSABLE, page.form(language, typed, why));
        } catch (OrderablePolicy.NotOrderable notThere) {
            return html(UNPROCESSABLE, page.form(language, typed, "article"));
        } catch (ReceiveInquiryHandler.TopicUnknown unknown) {
            return html(UNPROCESSABLE, page.form(language, typed, "topic"));
        } catch (ReceiveInquiryHandler.TooMany tooMany) {
            return html(429, page.form(language, typed, "too_many"));
        }
    }

    private static @Nullable String trouble(Typed typed) {
        String name = typed.name();
        String text = typed.text();
        if (name == null || name.length() > NAME_LENGTH_MAX || !name.matches(OneLine.PATTERN)) {
            return "name";
        }
        if (typed.article() != null) {
            return null;
        }
        if (text == null || text.isBlank() || text.indexOf('\0') >= 0) {
            return "text";
        }
        return text.length() > TEXT_LENGTH_MAX ? "text" : null;
    }

    private NewInquiry asked(Typed typed, String language) {
        String phone = typed.phone();
        String order = typed.order() == null ? "" : typed.order().strip();
        String article = typed.article();
        WantedGoods wanted =
                article == null ? null : orderable.wanted(Objects.requireNonNullElse(typed.point(), ""), article);
        return new NewInquiry(
                wanted == null ? Objects.requireNonNullElse(typed.topic(), "") : settings.stockTopic(),
                InquiryChannel.WEB_FORM,
                null,
                ContactPolicy.contact(
                        UUID.randomUUID(),
                        Objects.requireNonNull(typed.name()),
                        typed.email(),
                        phone == null ? null : phone.replaceAll("[ ()./-]", ""),
                        language,
                        null,
                        null),
                order.matches(Identifiers.ORDER_NUMBER) ? order : null,
                wanted,
                null,
                wanted == null
                        ? Objects.requireNonNull(typed.text())
                        : wanted.name() + " (" + wanted.sku() + ", " + wanted.pickupPoint() + ")",
                typed.website() == null || typed.website().isBlank() ? "contact-page" : "program");
    }

    private static Optional<UUID> idOf(@Nullable String form) {
        try {
            return form == null ? Optional.empty() : Optional.of(UUID.fromString(form));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String language(@Nullable String wanted, @Nullable String accepted) {
        if (wanted != null) {
            return ConsoleTexts.spoken(wanted);
        }
        String first =
                Objects.requireNonNullElse(accepted, "").split("[,;]", 2)[0].strip();
        return ConsoleTexts.spoken(first);
    }

    private Response html(int status, TemplateInstance body) {
        return Response.status(status)
                .entity(body.render())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors "
                                + embeddedBy)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
