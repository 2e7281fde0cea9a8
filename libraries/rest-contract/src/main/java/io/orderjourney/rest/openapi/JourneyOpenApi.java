package io.orderjourney.rest.openapi;

import io.orderjourney.rest.idempotency.Idempotent;
import io.orderjourney.rest.problem.ProblemJson;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.info.Info;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.eclipse.microprofile.openapi.models.servers.Server;
import org.eclipse.microprofile.openapi.models.tags.Tag;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * Writes into each service's API document what all operations share: the bearer token, the key of a POST, the version of a
 * change, and the problems that may come back.
 */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = -1000)
public class JourneyOpenApi implements OASFilter {

    private static final String BEARER = "bearer";
    private static final String PROBLEM = ProblemSchema.NAME;
    private static final DotName IDEMPOTENT = DotName.createSimple(Idempotent.class.getName());
    private static final DotName PERMIT_ALL = DotName.createSimple(PermitAll.class.getName());

    private static final Map<String, String> PROBLEMS = new TreeMap<>(Map.of(
            "400", "The request is malformed: its path, parameters, headers or JSON",
            "401", "No valid token, or no valid signature",
            "403", "The token's roles do not allow this",
            "404", "There is no such thing, or it is not the caller's",
            "409", "Not possible in the present state, or the same key is still at work",
            "412", "It has changed meanwhile",
            "415", "Not JSON in UTF-8",
            "422", "Well-formed, but the content cannot be accepted",
            "428", "If-Match is missing",
            "default", "A problem, with a stable code"));

    private final ResourceMethods methods;
    private final RecordSchemas records;

    public JourneyOpenApi(IndexView index) {
        this.methods = new ResourceMethods(index);
        this.records = new RecordSchemas(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Components components =
                document.getComponents() == null ? OASFactory.createComponents() : document.getComponents();
        components.addSecurityScheme(
                BEARER,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("A token of journey.access.tokens; the roles stand beside each operation"));
        if (components.getSchemas() != null) {
            records.complete(components.getSchemas());
        }
        ProblemSchema.addTo(components);
        PROBLEMS.forEach((status, text) -> components.addResponse(name(status), response(text)));
        document.components(components);
        if (document.getPaths() != null && document.getPaths().getPathItems() != null) {
            document.getPaths().getPathItems().forEach(this::complete);
        }
        Patterns.anchor(document);
        inReadingOrder(document);
    }

    /** A document begins with its version, and the long list of schemas comes last. */
    private static void inReadingOrder(OpenAPI document) {
        String version = document.getOpenapi();
        // The settings fill it in after this filter.
        Info info = document.getInfo() == null ? OASFactory.createInfo() : document.getInfo();
        List<Server> servers = List.of(OASFactory.createServer().url("/").description("Where this document was read"));
        List<Tag> tags = document.getTags();
        Paths paths = document.getPaths();
        Components components = document.getComponents();
        document.openapi(null).info(null).servers(null).tags(null).paths(null).components(null);
        document.openapi(version)
                .info(info)
                .servers(servers)
                .tags(tags)
                .paths(paths)
                .components(components);
    }

    private static APIResponse response(String description) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                ProblemJson.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(PROBLEM))));
    }

    private void complete(String path, PathItem item) {
        item.getOperations()
                .forEach((verb, operation) -> methods.method(verb.name(), path)
                        .ifPresent(method -> complete(path, verb.name(), operation, method)));
    }

    private static void complete(String path, String verb, Operation operation, MethodInfo method) {
        boolean open = method.hasAnnotation(PERMIT_ALL);
        boolean keyed = method.hasAnnotation(IDEMPOTENT);
        boolean hasBody = operation.getRequestBody() != null;
        boolean conditional = hasHeader(operation, "If-Match");
        boolean answersAddress = path.contains("{");
        if (open) {
            operation.security(List.of());
        }
        if (keyed) {
            operation.addParameter(idempotencyKey());
        }
        answer(operation, "400", true);
        answer(operation, "401", !open);
        answer(operation, "403", !open);
        answer(operation, "404", answersAddress);
        answer(operation, "409", !verb.equals("GET"));
        answer(operation, "412", conditional);
        answer(operation, "415", hasBody);
        answer(operation, "422", hasBody || keyed);
        answer(operation, "428", conditional);
        answer(operation, "default", true);
    }

    /** What a service documents itself stays, except the platform's own empty answers. */
    private static void answer(Operation operation, String status, boolean possible) {
        APIResponses responses = operation.getResponses();
        if (responses == null) {
            responses = OASFactory.createAPIResponses();
            operation.responses(responses);
        }
        APIResponse own = responses.getAPIResponse(status);
        boolean documented = own != null && own.getContent() != null;
        if (documented) {
            return;
        }
        if (possible) {
            responses.addAPIResponse(status, OASFactory.createAPIResponse().ref(name(status)));
        } else if (own != null) {
            responses.removeAPIResponse(status);
        }
    }

    private static boolean hasHeader(Operation operation, String name) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> parameter.getIn() == In.HEADER && name.equals(parameter.getName()));
    }

    private static Parameter idempotencyKey() {
        return OASFactory.createParameter()
                .name("Idempotency-Key")
                .in(In.HEADER)
                .required(true)
                .description(
                        "A new key for each intent, the same one when it is repeated. An answer is remembered for 7"
                                + " days and given again with Idempotency-Replayed: true.")
                .schema(OASFactory.createSchema()
                        .type(List.of(SchemaType.STRING))
                        .minLength(1)
                        .maxLength(255));
    }

    private static String name(String status) {
        return PROBLEM + (status.equals("default") ? "" : status.toUpperCase(Locale.ROOT));
    }
}
