package io.orderjourney.operations;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** The figures of one service as a page without scripts: it works when nothing else does. */
final class OpsPage {

    private static final String STYLE =
            ":root{color-scheme:light dark;--ink:#1a1f26;--soft:#5a6472;--paper:#fff;--line:#cfd5dd}"
                    + "@media(prefers-color-scheme:dark){:root{--ink:#eef1f4;--soft:#b3bcc7;--paper:#14181d;--line:#3d4651}}"
                    + "body{margin:0 auto;max-width:60rem;padding:1rem;background:var(--paper);color:var(--ink);"
                    + "font:16px/1.5 -apple-system,'Segoe UI',Roboto,Arial,sans-serif}"
                    + "table{border-collapse:collapse;width:100%;margin:0 0 2rem}"
                    + "caption{text-align:left;font-weight:650;font-size:1.1rem;padding:0 0 .5rem}"
                    + "th,td{text-align:left;vertical-align:top;padding:.4rem .6rem .4rem 0;border-top:1px solid var(--line)}"
                    + "th{font-weight:500;overflow-wrap:anywhere}td.number{text-align:right;font-variant-numeric:tabular-nums;"
                    + "white-space:nowrap}small{color:var(--soft)}";

    private OpsPage() {}

    /**
     * One figure.
     *
     * @param tags what it is of, such as a desk; empty for the whole service
     * @param value as people read it
     */
    record Line(String name, String description, String tags, String value) {}

    /** Figures that belong together. */
    record Section(String title, List<Line> lines) {}

    static String render(String service, String time, List<Section> sections) {
        StringBuilder html = new StringBuilder(
                        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta http-equiv=\"refresh\" content=\"10\">\n<title>")
                .append(escaped(service))
                .append(": operations</title>\n<style>")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>")
                .append(escaped(service))
                .append("</h1>\n<p>Business time ")
                .append(escaped(time))
                .append(
                        ". The same figures as in <code>/q/metrics</code>; those that cost a question are asked for every few")
                .append(" seconds. What a figure means stands in docs/operating.md.</p>\n");
        sections.stream().filter(section -> !section.lines().isEmpty()).forEach(section -> table(html, section));
        return html.append("</body>\n</html>\n").toString();
    }

    private static void table(StringBuilder html, Section section) {
        html.append("<table>\n<caption>").append(escaped(section.title())).append("</caption>\n<tbody>\n");
        for (Line line : section.lines()) {
            html.append("<tr><th scope=\"row\">")
                    .append(escaped(line.name()))
                    .append(line.tags().isEmpty() ? "" : " " + escaped(line.tags()))
                    .append("<br><small>")
                    .append(escaped(line.description()))
                    .append("</small></th><td class=\"number\">")
                    .append(escaped(line.value()))
                    .append("</td></tr>\n");
        }
        html.append("</tbody>\n</table>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Nothing but this style may act on the page. */
    static String contentSecurityPolicy() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(STYLE.getBytes(StandardCharsets.UTF_8));
            return "default-src 'none'; style-src 'sha256-"
                    + Base64.getEncoder().encodeToString(hash) + "'; base-uri 'none'; frame-ancestors 'none'";
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This JVM lacks SHA-256", missing);
        }
    }
}
