package io.orderjourney.rest.testing;

import java.util.List;

/**
 * One operation as the API document describes it.
 *
 * @param roles that may call it; none for a door that is open, or guarded by a signature
 * @param mediaType of the body
 * @param bodies the document's examples of the body, or one made from its schema; none if there is no body
 * @param incomplete the first of these bodies, once without each field that is required
 */
record Operation(
        String method,
        String template,
        List<String> roles,
        List<Parameter> parameters,
        String mediaType,
        List<String> bodies,
        List<String> incomplete) {

    /**
     * One parameter.
     *
     * @param in {@code path}, {@code query} or {@code header}
     * @param values good ones
     */
    record Parameter(String name, String in, boolean required, List<String> values) {}

    boolean takes(String header) {
        return parameters.stream()
                .anyMatch(parameter ->
                        parameter.in().equals("header") && parameter.name().equalsIgnoreCase(header));
    }

    List<Parameter> in(String place) {
        return parameters.stream()
                .filter(parameter -> parameter.in().equals(place))
                .toList();
    }

    @Override
    public String toString() {
        return method + " " + template;
    }
}
