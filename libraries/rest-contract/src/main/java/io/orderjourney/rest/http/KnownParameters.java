package io.orderjourney.rest.http;

import io.orderjourney.rest.problem.FieldError;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemCodes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a query parameter that the resource method does not read: a misspelt filter that is ignored answers another
 * question than the one that was asked. Pages are left alone, because links to them get parameters on their way.
 */
@Singleton
public class KnownParameters {

    private static final String API = "/api/";

    private final Map<Method, Set<String>> byMethod = new ConcurrentHashMap<>();

    /** @throws Problem 400 with the parameters that are unknown, and in words the ones that are known */
    @ServerRequestFilter
    public void requireKnown(ResourceInfo resource, UriInfo uri) {
        Method method = resource.getResourceMethod();
        if (method == null || !uri.getRequestUri().getPath().startsWith(API)) {
            return;
        }
        Set<String> known = byMethod.computeIfAbsent(method, KnownParameters::of);
        List<FieldError> unknown = new ArrayList<>();
        for (String name : names(uri.getRequestUri().getRawQuery())) {
            if (!known.contains(name)) {
                unknown.add(FieldError.in(CanonicalRequest.shown(name), "unknown", words(known)));
            }
        }
        if (!unknown.isEmpty()) {
            throw Problem.badRequest(ProblemCodes.PARAMETER_UNKNOWN, "A query parameter is unknown. " + words(known))
                    .withErrors(unknown);
        }
    }

    /** As they were written: the platform takes the value of a parameter without a name for a name. */
    private static List<String> names(@Nullable String query) {
        return query == null
                ? List.of()
                : Arrays.stream(query.split("&"))
                        .filter(pair -> !pair.isEmpty())
                        .map(pair -> URLDecoder.decode(pair.split("=", 2)[0], StandardCharsets.UTF_8))
                        .toList();
    }

    private static String words(Set<String> known) {
        return known.isEmpty()
                ? "There are no query parameters here."
                : "The query parameters here are: " + String.join(", ", known) + ".";
    }

    /** The names in alphabetical order. */
    static Set<String> of(Method method) {
        Set<String> names = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            add(parameter, parameter.getType(), names);
        }
        return Collections.unmodifiableSet(names);
    }

    private static void add(AnnotatedElement place, Class<?> type, Set<String> names) {
        QueryParam query = place.getAnnotation(QueryParam.class);
        if (query != null) {
            names.add(query.value());
        } else if (place.isAnnotationPresent(BeanParam.class)) {
            for (var field : type.getDeclaredFields()) {
                add(field, field.getType(), names);
            }
        }
    }
}
