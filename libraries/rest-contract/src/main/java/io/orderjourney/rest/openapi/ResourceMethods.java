package io.orderjourney.rest.openapi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/** Finds the Java method behind an operation of the API document, by its path and verb. */
final class ResourceMethods {

    private static final DotName PATH = DotName.createSimple("jakarta.ws.rs.Path");
    private static final List<String> VERBS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final Map<String, MethodInfo> byOperation = new HashMap<>();

    ResourceMethods(IndexView index) {
        for (String verb : VERBS) {
            for (AnnotationInstance found : index.getAnnotations(DotName.createSimple("jakarta.ws.rs." + verb))) {
                if (found.target().kind() == AnnotationTarget.Kind.METHOD) {
                    MethodInfo method = found.target().asMethod();
                    AnnotationInstance root = method.declaringClass().declaredAnnotation(PATH);
                    if (root != null) {
                        byOperation.put(verb + " " + path(root, method.annotation(PATH)), method);
                    }
                }
            }
        }
    }

    private static String path(AnnotationInstance root, @Nullable AnnotationInstance own) {
        String joined =
                root.value().asString() + "/" + (own == null ? "" : own.value().asString());
        return normal(joined);
    }

    /** One slash between segments, none at the end, and names of variables without their patterns. */
    private static String normal(String path) {
        return ("/" + path)
                .replaceAll("\\{\\s*(\\w+)\\s*:[^/]*}", "{$1}")
                .replaceAll("/+", "/")
                .replaceAll("(?<=.)/$", "");
    }

    Optional<MethodInfo> method(String verb, String path) {
        return Optional.ofNullable(byOperation.get(verb + " " + normal(path)));
    }
}
