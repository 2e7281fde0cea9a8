package io.orderjourney.stack.frontdoor;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shared look: a fixed list of files, so that no path can lead anywhere else. */
final class StaticFiles {

    private static final String BOOTSTRAP = "/webjars/bootstrap/dist/css/bootstrap.min.css";

    private static final Map<String, String> TYPES = Map.of(
            "/console/journey.css",
            "text/css; charset=utf-8",
            "/console/theme.js",
            "text/javascript; charset=utf-8",
            "/console/icon.svg",
            "image/svg+xml",
            BOOTSTRAP,
            "text/css; charset=utf-8");

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
        if (!path.equals(BOOTSTRAP)) {
            return StaticFiles.class.getResourceAsStream("/META-INF/resources" + path);
        }
        java.util.Properties properties = new java.util.Properties();
        try (InputStream in =
                StaticFiles.class.getResourceAsStream("/META-INF/maven/org.webjars.npm/bootstrap/pom.properties")) {
            properties.load(java.util.Objects.requireNonNull(in, "Bootstrap is not on the class path"));
        }
        String version = properties.getProperty("version");
        return StaticFiles.class.getResourceAsStream(
                "/META-INF/resources" + path.replace("/bootstrap/", "/bootstrap/" + version + "/"));
    }
}
