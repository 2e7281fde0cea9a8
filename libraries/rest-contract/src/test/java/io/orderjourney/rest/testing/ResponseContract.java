package io.orderjourney.rest.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.orderjourney.rest.openapi.OpenApiSnapshot;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemJson;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Checks every response that a service gives in its tests against the API document that it has committed: the status, the
 * media type, and each field of the JSON. A response that the document does not describe becomes a 500, whatever the test
 * asked for. A service's tests turn
 * it on with a response filter among their classes.
 */
public final class ResponseContract {

    private static final Logger LOG = Logger.getLogger(ResponseContract.class);
    private static final String API = "/api/";

    private final ObjectMapper mapper;
    private @Nullable ApiDocument document;

    /** @param mapper the one that writes the service's responses */
    public ResponseContract(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Replaces what the document does not describe. */
    public void check(ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource) {
        if (resource.getResourceMethod() == null) {
            return;
        }
        String template = template(resource);
        if (!template.startsWith(API)
                || request.getMethod().equals("HEAD")
                || request.getMethod().equals("OPTIONS")) {
            return;
        }
        List<String> flaws = committed()
                .flaws(request.getMethod(), template, response.getStatus(), mediaType(response), json(response));
        if (!flaws.isEmpty()) {
            String broken = "%s %s answered %d, which its document does not describe: %s"
                    .formatted(request.getMethod(), template, response.getStatus(), flaws);
            LOG.error(broken);
            response.setStatus(500);
            response.setEntity(
                    ProblemJson.bytes(
                            Problem.of(500, "response-undocumented", broken),
                            UUID.randomUUID().toString()),
                    null,
                    MediaType.valueOf(ProblemJson.MEDIA_TYPE));
        }
    }

    /** Read when it is needed, so that a service with an unreadable document can still serve a new one. */
    private synchronized ApiDocument committed() {
        if (document == null) {
            document = ApiDocument.read(OpenApiSnapshot.FILE);
        }
        return document;
    }

    private static String template(ResourceInfo resource) {
        Path root = resource.getResourceClass().getAnnotation(Path.class);
        Path own = resource.getResourceMethod().getAnnotation(Path.class);
        return ("/" + (root == null ? "" : root.value()) + "/" + (own == null ? "" : own.value()))
                .replaceAll("\\{\\s*(\\w+)\\s*:[^/]*}", "{$1}")
                .replaceAll("/+", "/")
                .replaceAll("(?<=.)/$", "");
    }

    private static String mediaType(ContainerResponseContext response) {
        MediaType type = response.getMediaType();
        if (response.getEntity() == null) {
            return "";
        }
        // Chosen only while it is written, where the resource did not say it: JSON is what every resource produces
        // first.
        return type == null ? MediaType.APPLICATION_JSON : type.getType() + "/" + type.getSubtype();
    }

    private JsonNode json(ContainerResponseContext response) {
        Object entity = response.getEntity();
        if (entity == null || !mediaType(response).endsWith("json")) {
            return MissingNode.getInstance();
        }
        try {
            if (entity instanceof byte[] bytes) {
                return mapper.readTree(new String(bytes, StandardCharsets.UTF_8));
            }
            // As it is written: a tree made from the object itself would not know of write settings.
            return mapper.readTree(entity instanceof String text ? text : mapper.writeValueAsString(entity));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
