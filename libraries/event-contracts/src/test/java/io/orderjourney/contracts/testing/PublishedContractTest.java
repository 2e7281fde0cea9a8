package io.orderjourney.contracts.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderjourney.contracts.ContractJson;
import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.orders.OrderConfirmed;
import io.orderjourney.contracts.orders.OrderPlaced;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublishedContractTest {

    private static final EventType<OrderPlaced> PLACED = EventTypes.ORDER_PLACED;

    static List<GoldenSample<?>> samples() {
        return GoldenSample.allOf(EventTypes.all());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_record_that_is_written_by_the_one_mapper_passes(GoldenSample<?> sample) throws Exception {
        PublishedContract.check(sample.type().wireName(), ContractJson.mapper().writeValueAsBytes(sample.data()));
    }

    @Test
    void a_record_whose_meaning_breaks_the_schema_is_found() throws Exception {
        byte[] nobody = ContractJson.mapper().writeValueAsBytes(new OrderConfirmed("", Instant.EPOCH));
        assertThatThrownBy(() -> PublishedContract.check(EventTypes.ORDER_CONFIRMED, nobody))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("orders.order-confirmed.v1 breaks its schema")
                .hasMessageContaining("/confirmedBy minLength");
    }

    @Test
    void what_the_contract_does_not_know_is_found() {
        byte[] more = changed(data -> data.put("colour", "black"));
        assertThatThrownBy(() -> PublishedContract.check(PLACED, more))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("says something else than what a consumer understands");
    }

    @Test
    void what_consumers_cannot_read_is_found() {
        byte[] unknownValue = changed(data -> data.put("payment", "BARTER"));
        assertThatThrownBy(() -> PublishedContract.check(PLACED, unknownValue))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("cannot be read by its consumers: /payment is none of the values known here");
    }

    @Test
    void another_type_an_unknown_type_and_no_JSON_are_found() {
        byte[] json = GoldenSample.of(PLACED).json();
        assertThatThrownBy(() -> PublishedContract.check(EventTypes.ORDER_CONFIRMED, json))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("required");
        assertThatThrownBy(() -> PublishedContract.check("orders.order-lost.v1", json))
                .isInstanceOf(AssertionError.class)
                .hasMessage("No event type has the wire name orders.order-lost.v1");
        assertThatThrownBy(() -> PublishedContract.check(PLACED, "<html>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("orders.order-placed.v1 is not JSON");
    }

    private static byte[] changed(Consumer<ObjectNode> change) {
        ObjectNode data = (ObjectNode) GoldenSample.of(PLACED).tree();
        change.accept(data);
        return data.toString().getBytes(StandardCharsets.UTF_8);
    }
}
