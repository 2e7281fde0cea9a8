package io.orderjourney.notification.incidents;

import io.orderjourney.promises.Wording;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the shop says in public about an incident: a page that stands on another host, and a text for its profiles. It blames
 * nobody, says how the shop can be reached, and by when the next word comes.
 *
 * @param shopName as customers know it
 * @param mail that works while the shop's own does not; absent if there is none
 * @param phone at which people answer
 * @param zone of the shop
 */
public record PublicWord(String shopName, @Nullable String mail, String phone, ZoneId zone) {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>%s</title>
            <style>
            :root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif; }
            body { max-width: 42rem; margin: 0 auto; padding: 1rem; }
            h1 { font-size: 1.25rem; }
            h2 { font-size: 1.5rem; line-height: 1.25; }
            nav a { display: inline-block; padding: .5rem .75rem .5rem 0; }
            section { border-top: 1px solid; padding-block: 1rem; }
            </style>
            </head>
            <body>
            <header>
            <h1>%s</h1>
            <nav>%s</nav>
            </header>
            <main>
            %s</main>
            </body>
            </html>
            """;

    /** The page, in every language, with neither script nor anything to load. */
    public String page(Incident incident) {
        StringBuilder links = new StringBuilder();
        StringBuilder sections = new StringBuilder();
        for (String language : IncidentTexts.LANGUAGES) {
            IncidentTexts texts = IncidentTexts.in(language);
            links.append("<a href=\"#%s\" hreflang=\"%s\" lang=\"%s\">%s</a>"
                    .formatted(language, language, language, texts.say("language")));
            sections.append("<section id=\"%s\" lang=\"%s\">\n".formatted(language, language));
            List<String> lines = lines(incident, texts);
            sections.append("<h2>").append(escaped(lines.get(0))).append("</h2>\n");
            lines.subList(1, lines.size())
                    .forEach(
                            line -> sections.append("<p>").append(escaped(line)).append("</p>\n"));
            sections.append("<p>").append(contactAsLinks(texts)).append("</p>\n</section>\n");
        }
        String name = escaped(shopName);
        return PAGE.formatted(name, name, links, sections);
    }

    /** A text for a profile of the shop, in one language. */
    public String post(Incident incident, String language) {
        IncidentTexts texts = IncidentTexts.in(language);
        List<String> lines = new ArrayList<>(lines(incident, texts));
        lines.set(0, texts.say("post.first", shopName, lines.get(0)));
        lines.add(mail == null ? texts.say("contact.phone", phone) : texts.say("contact.both", mail, phone));
        return String.join("\n", lines);
    }

    /** The heading, and what follows it. */
    private List<String> lines(Incident incident, IncidentTexts texts) {
        if (!incident.state().isActive()) {
            return List.of(texts.say("over.heading"), texts.say("over.text"));
        }
        List<String> lines = new ArrayList<>();
        lines.add(texts.of(incident.kind(), "heading"));
        lines.add(texts.of(incident.kind(), "text"));
        lines.add(texts.say("sorry"));
        Instant nextUpdateAt = incident.progress().nextUpdateAt();
        if (nextUpdateAt != null) {
            lines.add(texts.say("next", Wording.moment(nextUpdateAt, zone, texts.language())));
        }
        return lines;
    }

    private String contactAsLinks(IncidentTexts texts) {
        String call = "<a href=\"tel:%s\">%s</a>".formatted(escaped(phone), escaped(phone));
        if (mail == null) {
            return texts.say("contact.phone", call);
        }
        return texts.say("contact.both", "<a href=\"mailto:%s\">%s</a>".formatted(escaped(mail), escaped(mail)), call);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
