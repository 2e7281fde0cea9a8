package io.orderjourney.stack.frontdoor;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The shared look: a fixed list of files, so that no path can lead anywhere else. */
final class StaticFiles {

    private static final Map<String, String> TYPES = Map.of(
            "/console/journey.css",
            "text/css; charset=utf-8",
            "/console/desk.css",
            "text/css; charset=utf-8",
            "/console/desk.js",
            "text/javascript; charset=utf-8",
            "/console/theme.js",
            "text/javascript; charset=utf-8",
            "/console/icon.svg",
            "image/svg+xml",
            "/webjars/bootstrap/dist/css/bootstrap.min.css",
            "text/css; charset=utf-8",
            "/webjars/htmx.org/dist/htmx.min.js",
            "text/javascript; charset=utf-8");

    private static final Pattern WEBJAR = Pattern.compile("/webjars/([^/]+)(/.*)");

    void mount(Router router) {
        TYPES.keySet().forEach(path -> {
            Buffer content = Buffer.buffer(read(path));
            router.get(path).handler(context -> send(context, path, content));
        });
    }

    private static void send(RoutingContext context, String path, Buffer content) {
        context.response()
                .putHeader("Content-Type", TYPES.get(path))
                .putHeader("Cache-Control", "max-age=300")
                .end(content);
    }

    private static byte[] read(String path) {
        try (InputStream in = mount(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is missing on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A webjar's folder carries its version, which no page should have to know. */
    private static @Nullable InputStream mount(String path) throws IOException {
        Matcher webjar = WEBJAR.matcher(path);
        if (!webjar.matches()) {
            return StaticFiles.class.getResourceAsStream("/META-INF/resources" + path);
        }
        String name = webjar.group(1);
        Properties properties = new Properties();
        try (InputStream in =
                StaticFiles.class.getResourceAsStream("/META-INF/maven/org.webjars.npm/" + name + "/pom.properties")) {
            properties.load(Objects.requireNonNull(in, name + " is not on the class path"));
        }
        return StaticFiles.class.getResourceAsStream(
                "/META-INF/resources/webjars/" + name + "/" + properties.getProperty("version") + webjar.group(2));
    }
}
