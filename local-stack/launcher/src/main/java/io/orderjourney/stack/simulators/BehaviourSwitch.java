package io.orderjourney.stack.simulators;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderjourney.stack.http.BadRequest;
import io.orderjourney.stack.http.Json;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a simulator behaves at the moment: its faults and the terms of its own trade.
 *
 * @param <T> the record of its terms
 */
final class BehaviourSwitch<T extends Record> {

    private final Class<T> type;
    private final T usual;
    private volatile T own;
    private volatile Faults faults = Faults.NONE;

    BehaviourSwitch(Class<T> type, T usual) {
        this.type = type;
        this.usual = usual;
        this.own = usual;
    }

    T own() {
        return own;
    }

    Faults faults() {
        return faults;
    }

    /** Everything that is set, as one flat object. */
    ObjectNode show() {
        ObjectNode all = Json.MAPPER.valueToTree(faults);
        all.setAll((ObjectNode) Json.MAPPER.valueToTree(own));
        return all;
    }

    /**
     * Sets all of it: what is not named goes back to its usual value.
     *
     * @throws BadRequest for a name or a value that means nothing here
     */
    void set(ObjectNode wanted) {
        Set<String> unknown = new TreeSet<>();
        wanted.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(names());
        if (!unknown.isEmpty()) {
            throw new BadRequest("Unknown: " + unknown + ". Known: " + new TreeSet<>(names()));
        }
        ObjectNode all = Json.MAPPER.valueToTree(Faults.NONE);
        all.setAll((ObjectNode) Json.MAPPER.valueToTree(usual));
        all.setAll(wanted);
        try {
            T newOwn = Json.MAPPER.treeToValue(all, type);
            faults = Json.MAPPER.treeToValue(all, Faults.class);
            own = newOwn;
        } catch (JsonProcessingException e) {
            throw new BadRequest("The behaviour cannot be read: " + e.getOriginalMessage());
        }
    }

    private Set<String> names() {
        return Stream.of(Faults.class, type)
                .flatMap(record -> Arrays.stream(record.getRecordComponents()))
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }
}
