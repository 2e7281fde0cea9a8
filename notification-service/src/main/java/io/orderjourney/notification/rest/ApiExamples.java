package io.orderjourney.notification.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Writes the examples of {@code api-examples.json} into the API document: for each operation what a request says and what
 * comes back. They stand in a file, so that the resources can be read.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiExamples implements OASFilter {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The policy that ships with the product is the best example of one. */
    private static final String POLICY = "policy";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        JsonNode examples = read("/api-examples.json");
        document.getPaths().getPathItems().forEach((path, item) -> complete(path, item, examples));
    }

    private static void complete(String path, PathItem item, JsonNode examples) {
        item.getOperations().forEach((verb, operation) -> {
            JsonNode example = examples.get(verb + " " + path);
            if (example != null) {
                complete(operation, example);
            }
        });
    }

    private static void complete(Operation operation, JsonNode example) {
        if (operation.getRequestBody() != null) {
            put(operation.getRequestBody().getContent(), example.get("request"));
        }
        for (Map.Entry<String, APIResponse> response :
                operation.getResponses().getAPIResponses().entrySet()) {
            if (response.getKey().startsWith("2")) {
                put(response.getValue().getContent(), example.get("response"));
            }
        }
    }

    private static void put(@Nullable Content content, @Nullable JsonNode example) {
        if (content != null && example != null) {
            Object value = JSON.convertValue(
                    example.asText().equals(POLICY) ? read("/io/orderjourney/promises/shop-policy.json") : example,
                    Object.class);
            content.getMediaTypes().values().forEach(media -> media.setExample(value));
        }
    }

    private static JsonNode read(String resource) {
        try (InputStream in = ApiExamples.class.getResourceAsStream(resource)) {
            return JSON.readTree(Objects.requireNonNull(in, resource));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
