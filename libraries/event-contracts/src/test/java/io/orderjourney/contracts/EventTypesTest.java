package io.orderjourney.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.contracts.orders.OrderConfirmed;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTypesTest {

    /** {@code <topic>.<fact>.v<n>}: lower-case words joined by dashes; dots only between the three parts. */
    private static final Pattern WIRE_NAME =
            Pattern.compile("(?<topic>[a-z]+(-[a-z]+)*)\\.[a-z]+(-[a-z]+)+\\.v[1-9][0-9]*");

    @Test
    void every_wire_name_follows_the_grammar() {
        assertThat(EventTypes.all()).allSatisfy(type -> {
            var parts = WIRE_NAME.matcher(type.wireName());
            assertThat(parts.matches()).as(type.wireName()).isTrue();
            assertThat(parts.group("topic")).isEqualTo(type.topic());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders.OrderPlaced.v1",
                "orders.order_placed.v1",
                "orders.order-placed",
                "orders.order-placed.v0",
                "orders.order-placed.v1.v2",
                "orders.order.placed.v1",
                "orders.placed.v1",
                "order-placed.v1"
            })
    void a_name_outside_the_grammar_is_found(String name) {
        assertThat(name).doesNotMatch(WIRE_NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"credit.order-placed.v1", "orders.order-placed", "orders.order-placed.v01"})
    void a_type_with_another_topic_or_without_a_version_is_refused(String name) {
        assertThatThrownBy(() -> new EventType<>(name, "orders", OrderConfirmed.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_constant_is_in_the_list_and_can_be_found_by_its_wire_name() throws IllegalAccessException {
        List<Object> constants = new ArrayList<>();
        for (Field field : EventTypes.class.getFields()) {
            constants.add(field.get(null));
        }
        assertThat(constants).containsExactlyElementsOf(EventTypes.all());
        assertThat(EventTypes.all())
                .allSatisfy(type ->
                        assertThat(EventTypes.byWireName(type.wireName())).get().isSameAs(type));
        assertThat(EventTypes.byWireName("orders.order-forgotten.v1")).isEmpty();
    }

    @Test
    void a_record_is_the_data_of_one_type_only() {
        assertThat(EventTypes.all().stream().map(EventType::dataType)).doesNotHaveDuplicates();
    }
}
