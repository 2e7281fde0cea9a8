package io.orderjourney.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderjourney.contracts.orders.OrderConfirmed;
import io.orderjourney.contracts.orders.OrderPlaced;
import io.orderjourney.contracts.state.ShopPolicy;
import io.orderjourney.contracts.testing.GoldenSample;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractReaderTest {

    private static final EventType<OrderPlaced> PLACED = EventTypes.ORDER_PLACED;

    @Test
    void a_whole_event_is_read() {
        OrderPlaced placed = ContractReader.read(PLACED, GoldenSample.of(PLACED).json());
        assertThat(placed.orderNumber()).isEqualTo("A-100042");
        assertThat(placed.total()).isEqualTo(new Money(257_800, "PLN"));
        assertThat(placed.placedAt()).isEqualTo(Instant.parse("2026-01-12T09:12:00Z"));
    }

    @Test
    void a_time_with_another_offset_is_the_same_instant() {
        OrderConfirmed confirmed = ContractReader.read(
                EventTypes.ORDER_CONFIRMED,
                utf8("{\"confirmedBy\":\"sales-02\",\"confirmedAt\":\"2026-01-12T17:08:00.5+01:00\"}"));
        assertThat(confirmed.confirmedAt()).isEqualTo(Instant.parse("2026-01-12T16:08:00.500Z"));
    }

    @Test
    void an_optional_field_may_be_absent_or_null() {
        byte[] absent = spoiled("/pickupOffer", null);
        byte[] isNull = spoiled("/pickupOffer", "null");
        assertThat(ContractReader.read(PLACED, absent)).isEqualTo(ContractReader.read(PLACED, isNull));
        assertThat(ContractReader.read(PLACED, absent).pickupOffer()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "null",
                "[]",
                "\"text\"",
                "{} {}",
                "{}x",
                "{\"a\":1,\"a\":2}",
                "{\"a\":\"\\uD83D\"}",
                "\u0000\u0001",
                "<html></html>",
                "{'a':1}",
                "{\"a\":NaN}"
            })
    void what_is_not_one_object_of_plain_JSON_is_refused(String json) {
        assertThat(catchThrowableOfType(ContractViolation.class, () -> ContractReader.read(PLACED, utf8(json))))
                .satisfies(refused -> assertThat(refused.pointer()).isIn("", "/orderNumber"));
    }

    @Test
    void a_whole_event_with_something_after_it_or_a_field_said_twice_is_refused() {
        String json = new String(GoldenSample.of(PLACED).json(), StandardCharsets.UTF_8).strip();
        String twice = json.substring(0, json.length() - 1) + ",\"orderNumber\":\"A-100043\"}";
        for (String unsound : List.of(json + "{}", json + "]", json + " x", twice)) {
            assertThatThrownBy(() -> ContractReader.read(PLACED, utf8(unsound)))
                    .isInstanceOf(ContractViolation.class)
                    .hasMessageStartingWith("the data is not one sound JSON value");
        }
    }

    @Test
    void depth_and_length_beyond_the_limits_are_told_apart_from_broken_data() {
        for (String json :
                List.of("{\"x\":" + "[".repeat(50_000), "{\"x\":\"" + "x".repeat(100_001) + "\"}", "9".repeat(41))) {
            ContractViolation refused =
                    catchThrowableOfType(ContractViolation.class, () -> ContractReader.read(PLACED, utf8(json)));
            assertThat(refused).hasMessage("the data is nested too deeply or has a value that is too long");
            assertThat(refused.limitExceeded()).isTrue();
        }
        assertThat(catchThrowableOfType(ContractViolation.class, () -> ContractReader.read(PLACED, utf8("{\"x\" 1}"))))
                .hasMessage("the data is not one sound JSON value, at byte 5")
                .matches(refused -> !refused.limitExceeded());
    }

    @Test
    void only_UTF_8_is_read() {
        String json = new String(GoldenSample.of(PLACED).json(), StandardCharsets.UTF_8);
        for (var charset : List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16)) {
            assertThatThrownBy(() -> ContractReader.read(PLACED, json.getBytes(charset)))
                    .isInstanceOf(ContractViolation.class);
        }
        assertThatThrownBy(() -> ContractReader.read(
                        PLACED, json.replace("Etui", "\u00e9tui").getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(ContractViolation.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    /lines/1/quantity        | "2"                            | must be a whole number in range
                    /lines/1/quantity        | 2.5                            | must be a whole number in range
                    /lines/1/quantity        | 2147483648                     | must be a whole number in range
                    /lines/1/quantity        | true                           | must be a whole number in range
                    /lines/1/quantity        | 0                              | is no valid OrderLine
                    /total/amountMinor       | 9223372036854775808            | must be a whole number in range
                    /total/amountMinor       | -1                             | is no valid Money
                    /total/currency          | "XYZ"                          | is no valid Money
                    /orderNumber             | 42                             | must be a text without broken characters
                    /orderNumber             | "A\\u0000"                     | must be a text without broken characters
                    /orderNumber             | "A\\uDC00"                     | must be a text without broken characters
                    /customerId              | ""                             | must be a UUID
                    /customerId              | "AZuEoedXe2yFhjh14zRIfA=="     | must be a UUID
                    /payment                 | 0                              | is none of the values known here
                    /payment                 | "credit"                       | is none of the values known here
                    /placedAt                | 1768209120                     | must be an RFC 3339 time with offset
                    /placedAt                | "1768209120"                   | must be an RFC 3339 time with offset
                    /placedAt                | "2026-01-12T09:12:00"          | must be an RFC 3339 time with offset
                    /placedAt                | "2026-01-12T24:00:00Z"         | must be an RFC 3339 time with offset
                    /placedAt                | "2026-02-30T09:12:00Z"         | has a value that does not exist
                    /lines                   | {}                             | must be a list
                    /lines/0                 | null                           | must be an object
                    /pickupOffer             | []                             | must be an object
                    /pickupOffer/precision   | null                           | is missing
                    """)
    void a_value_that_is_not_what_it_should_be_is_refused_with_its_place(String place, String value, String what) {
        ContractViolation refused =
                catchThrowableOfType(ContractViolation.class, () -> ContractReader.read(PLACED, spoiled(place, value)));
        assertThat(refused).isNotNull();
        assertThat(place).startsWith(refused.pointer());
        assertThat(refused.what()).isEqualTo(what);
    }

    @Test
    void keys_of_maps_are_checked_too_and_not_repeated() {
        EventType<ShopPolicy> type = EventTypes.SHOP_POLICY_CHANGED;
        ObjectNode strangeDesk = (ObjectNode) GoldenSample.of(type).tree();
        ((ObjectNode) strangeDesk.get("desks")).set("jan@example.com", strangeDesk.at("/desks/SALES"));
        ObjectNode strangeKind = (ObjectNode) GoldenSample.of(type).tree();
        ((ObjectNode) strangeKind.get("kinds")).set("jan@example.com", strangeKind.at("/kinds/CREDIT_CALL"));

        assertThatThrownBy(() -> ContractReader.read(type, GoldenSampleTest.bytes(strangeDesk)))
                .hasMessage("/desks has a key that is none of the values known here");
        assertThatThrownBy(() -> ContractReader.read(type, GoldenSampleTest.bytes(strangeKind)))
                .hasMessage("/kinds has a key that is no valid PromiseKind");
        assertThatThrownBy(
                        () -> ContractReader.read(type, spoiled(GoldenSample.of(type), "/kinds/CREDIT_CALL/lead", "4")))
                .hasMessage("/kinds has an entry whose /lead must be a duration in days, hours, minutes and seconds");
    }

    @Test
    void a_day_that_no_calendar_has_is_refused_without_the_key_that_it_stands_under() {
        EventType<Closures> type = new EventType<>("tests.closures-set.v1", "tests", Closures.class);
        assertThatThrownBy(() -> ContractReader.read(type, utf8("{\"days\":{\"jan@example.com\":\"2026-02-30\"}}")))
                .hasMessage("/days has a value that does not exist");
    }

    private record Closures(Map<String, LocalDate> days) {}

    @Test
    void durations_and_times_of_day_are_texts_in_their_one_form() {
        EventType<ShopPolicy> type = EventTypes.SHOP_POLICY_CHANGED;
        for (String value : List.of("600", "\"600\"", "\"-PT10M\"", "\"P1W\"", "\"PT\"", "[]")) {
            assertThatThrownBy(() -> ContractReader.read(type, spoiled(GoldenSample.of(type), "/mergeWindow", value)))
                    .as(value)
                    .hasMessage("/mergeWindow must be a duration in days, hours, minutes and seconds");
        }
        for (String value : List.of("[21,0]", "\"24:00\"", "\"9pm\"")) {
            assertThatThrownBy(
                            () -> ContractReader.read(type, spoiled(GoldenSample.of(type), "/quietHours/from", value)))
                    .as(value)
                    .hasMessage("/quietHours/from must be a time of day");
        }
    }

    @Test
    void every_type_can_be_read_strictly() {
        for (EventType<?> type : EventTypes.all()) {
            assertThat(Shape.of(type.dataType())).isNotNull();
        }
        assertThatThrownBy(() -> Shape.of(Object.class)).hasMessage("Event data has no java.lang.Object");
    }

    private static byte[] spoiled(String place, String json) {
        return spoiled(GoldenSample.of(PLACED), place, json);
    }

    private static byte[] spoiled(GoldenSample<?> sample, String place, String json) {
        return json == null
                ? GoldenSampleTest.bytes(Places.changed(sample.tree(), place, old -> null))
                : Places.written(sample.tree(), place, json);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
