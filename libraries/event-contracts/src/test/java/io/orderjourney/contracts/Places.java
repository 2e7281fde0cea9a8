package io.orderjourney.contracts;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where a sample of a record can be spoiled, and how. */
final class Places {

    private final List<String> objects = new ArrayList<>();
    private final List<String> required = new ArrayList<>();
    private final List<String> all = new ArrayList<>();
    private final List<String> enums = new ArrayList<>();
    private final Set<String> optionalPresent = new TreeSet<>();
    private final Set<String> optionalKnown = new TreeSet<>();

    static Places of(JsonNode sample, Class<?> record) {
        Places places = new Places();
        places.walkRecord("", sample, record);
        return places;
    }

    /** Pointers of all JSON objects that are records. */
    List<String> objects() {
        return objects;
    }

    /** Pointers of all fields that must be there, at every level. */
    List<String> required() {
        return required;
    }

    /** Pointers of all values, at every level. */
    List<String> all() {
        return all;
    }

    /** Pointers of all values of enums. */
    List<String> enums() {
        return enums;
    }

    /** Optional components that the sample has somewhere, as {@code Record.component}. */
    Set<String> optionalPresent() {
        return optionalPresent;
    }

    /** All optional components of the records that the sample shows. */
    Set<String> optionalKnown() {
        return optionalKnown;
    }

    private void walkRecord(String at, JsonNode object, Class<?> record) {
        objects.add(at);
        for (RecordComponent component : record.getRecordComponents()) {
            String name = component.getName();
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (optional) {
                optionalKnown.add(record.getSimpleName() + "." + name);
            } else {
                required.add(at + "/" + name);
            }
            if (object.has(name)) {
                if (optional) {
                    optionalPresent.add(record.getSimpleName() + "." + name);
                }
                walk(at + "/" + name, object.get(name), component.getGenericType());
            }
        }
    }

    private void walk(String at, JsonNode value, Type type) {
        all.add(at);
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            for (int i = 0; i < value.size(); i++) {
                walk(at + "/" + i, value.get(i), generic.getActualTypeArguments()[0]);
            }
        } else if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            for (Map.Entry<String, JsonNode> entry : value.properties()) {
                walk(at + "/" + entry.getKey(), entry.getValue(), generic.getActualTypeArguments()[1]);
            }
        } else if (type instanceof Class<?> plain && plain.isRecord() && !SchemaAgainstRecord.isValue(plain)) {
            walkRecord(at, value, plain);
        } else if (type instanceof Class<?> plain && plain.isEnum()) {
            enums.add(at);
        }
    }

    /** A copy of the tree with another value at this place; null takes the place away. */
    static JsonNode changed(JsonNode tree, String pointer, UnaryOperator<@Nullable JsonNode> change) {
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode copy = tree.deepCopy();
        JsonNode parent = copy.at(place.head());
        JsonNode changed = change.apply(copy.at(place));
        if (parent instanceof ObjectNode object) {
            String name = place.last().getMatchingProperty();
            if (changed == null) {
                object.remove(name);
            } else {
                object.set(name, changed);
            }
        } else if (parent instanceof ArrayNode array) {
            int index = place.last().getMatchingIndex();
            if (changed == null) {
                array.remove(index);
            } else {
                array.set(index, changed);
            }
        }
        return copy;
    }

    /** The bytes of the tree with this JSON, as it is, at this place: a tree cannot hold everything that bytes can. */
    static byte[] written(JsonNode tree, String pointer, String json) {
        String marked = changed(tree, pointer, old -> TextNode.valueOf("PLACE")).toString();
        return marked.replace("\"PLACE\"", json).getBytes(StandardCharsets.UTF_8);
    }
}
