package io.orderjourney.stack.frontdoor;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The front door's pages, made from templates; whatever a template prints is escaped. */
final class Pages {

    private final Engine engine = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .addLocator(Pages::locate)
            .build();

    /** The page of this name with these values. */
    String page(String name, Map<String, ?> values) {
        return engine.getTemplate(name).data(values).render();
    }

    private static Optional<TemplateLocator.TemplateLocation> locate(String name) {
        try (InputStream in = Pages.class.getResourceAsStream("/pages/" + name + ".html")) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new HtmlTemplate(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record HtmlTemplate(String text) implements TemplateLocator.TemplateLocation {

        @Override
        public Reader read() {
            return new StringReader(text);
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
        }
    }
}
