package io.orderjourney.rest.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import java.util.List;
import java.util.regex.Pattern;

/** JSON pointers that are safe to answer with: a name that does not look like a property of ours becomes {@code *}. */
final class Pointers {

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

    private Pointers() {}

    static String of(JsonStreamContext context) {
        StringBuilder pointer = new StringBuilder();
        for (JsonPointer at = context.pathAsPointer(); !at.matches(); at = at.tail()) {
            append(pointer, at.getMatchingIndex(), at.getMatchingProperty());
        }
        return pointer.toString();
    }

    static String of(List<Reference> path) {
        StringBuilder pointer = new StringBuilder();
        for (Reference step : path) {
            append(pointer, step.getIndex(), step.getFieldName());
        }
        return pointer.toString();
    }

    private static void append(StringBuilder pointer, int index, String name) {
        pointer.append('/');
        if (index >= 0) {
            pointer.append(index);
        } else {
            pointer.append(name != null && PLAIN_NAME.matcher(name).matches() ? name : "*");
        }
    }
}
