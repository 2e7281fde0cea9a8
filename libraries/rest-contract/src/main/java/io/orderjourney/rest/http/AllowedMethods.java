package io.orderjourney.rest.http;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which methods an address supports: the platform refuses a wrong one with 405 but leaves the {@code Allow} header out. */
@Singleton
public class AllowedMethods {

    private record Route(Pattern path, String method) {}

    private final List<Route> routes = new ArrayList<>();

    AllowedMethods(BeanManager beans) {
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            Path path = bean.getBeanClass().getAnnotation(Path.class);
            if (path != null) {
                for (Method method : bean.getBeanClass().getDeclaredMethods()) {
                    add(path.value(), method);
                }
            }
        }
    }

    private void add(String classPath, Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                routes.add(new Route(pattern(classPath, method.getAnnotation(Path.class)), verb.value()));
            }
        }
    }

    private static Pattern pattern(String classPath, @Nullable Path methodPath) {
        StringBuilder pattern = new StringBuilder();
        for (String segment : (classPath + "/" + (methodPath == null ? "" : methodPath.value())).split("/")) {
            if (!segment.isEmpty()) {
                pattern.append('/').append(segment.contains("{") ? "[^/]+" : Pattern.quote(segment));
            }
        }
        return Pattern.compile(pattern + "/?");
    }

    /** The value of the header, in alphabetical order. */
    public String at(String path) {
        Set<String> methods = new TreeSet<>();
        for (Route route : routes) {
            if (route.path().matcher(path).matches()) {
                methods.add(route.method());
            }
        }
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        methods.add(HttpMethod.OPTIONS);
        return String.join(", ", methods);
    }
}
