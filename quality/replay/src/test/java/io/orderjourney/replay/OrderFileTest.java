package io.orderjourney.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.replay.Columns.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderFileTest {

    private static final ZoneId SAO_PAULO = ZoneId.of("America/Sao_Paulo");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_promised_day_ends_with_the_day_in_its_zone() throws IOException {
        Order order = only("order_id,order_approved_at,order_delivered_customer_date,order_estimated_delivery_date\n"
                + "a,10/2/2017 11:07,10/18/2017 23:59,10/18/2017 0:00\n");
        assertThat(order.promisedOn()).isEqualTo(LocalDate.of(2017, 10, 18));
        // Summer time had begun there: two hours behind UTC.
        assertThat(order.dueAt()).isEqualTo(Instant.parse("2017-10-19T02:00:00Z"));
        assertThat(order.isSlip()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "approved;delivered;promised\n2026-01-02 10:00;2026-01-20 12:00;2026-01-19",
                "\uFEFFApproved At\tDelivered At\tPromised Day\n02.01.2026 10:00\t20.01.2026 12:00\t19.01.2026",
                "id,paid_at,delivery_date,due_date\nx,2026-01-02T13:00:00Z,2026-01-20T15:00:00Z,2026-01-19",
                "approved,delivered,promised\n02/01/2026 10:00:00,20/01/2026 12:00:00,19/01/2026",
            })
    void common_names_signs_and_times_are_recognized(String text) throws IOException {
        Order order = only(text);
        assertThat(order.promisedOn()).isEqualTo(LocalDate.of(2026, 1, 19));
        assertThat(order.deliveredAt()).isEqualTo(Instant.parse("2026-01-20T15:00:00Z"));
        assertThat(order.isSlip()).isTrue();
    }

    @Test
    void what_cannot_be_used_is_counted_with_its_reason() throws IOException {
        OrderFile.Content content = read("""
                id,approved,handed_over_at,delivered,promised
                a,2026-01-02 10:00,2026-01-03 10:00,2026-01-05 10:00,2026-01-09
                a,2026-01-02 10:00,,2026-01-05 10:00,2026-01-09
                b,,,2026-01-05 10:00,2026-01-09
                c,2026-01-02 10:00,,,2026-01-09
                d,2026-01-02 10:00,,2026-01-05 10:00
                e,2026-01-02 10:00,,2026-01-01 10:00,2026-01-09
                f,2026-01-02 10:00,,yesterday,2026-01-09
                g,2026-01-12 10:00,,2026-01-15 10:00,2026-01-09
                h,2026-01-02 10:00,2026-01-07 10:00,2026-01-05 10:00,2026-01-09
                """);
        assertThat(content.orders()).extracting(Order::id).containsExactly("a", "h");
        assertThat(content.orders().get(0).handedOverAt()).isNotNull();
        assertThat(content.orders().get(1).handedOverAt())
                .as("after the delivery")
                .isNull();
        assertThat(content.handOversDropped()).isEqualTo(1);
        assertThat(content.rows()).isEqualTo(9);
        assertThat(content.leftOut())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "an order of this id came before", 1,
                        "no approval", 1,
                        "no delivery", 1,
                        "no promised day", 1,
                        "delivered before its approval", 1,
                        "the delivery cannot be read as a time", 1,
                        "promised for a day before its approval", 1));
    }

    @Test
    void a_column_is_named_where_the_guess_is_wrong() throws IOException {
        Path file = file("when,delivered,promised,approved\n2026-01-02,2026-01-05,2026-01-09,nonsense\n");
        OrderFile.Content content = OrderFile.read(file, Map.of(Field.APPROVED, "when"), "uuuu-MM-dd", SAO_PAULO);
        assertThat(content.orders()).singleElement().extracting(Order::id).isEqualTo("row 1");
    }

    @Test
    void a_file_without_a_needed_column_says_how_to_name_it() {
        assertThatThrownBy(() -> read("id,approved,delivered\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--column promised=");
        assertThatThrownBy(() -> read("")).hasMessageContaining("is empty");
    }

    @Test
    void an_open_quote_costs_the_rest_of_the_file_and_says_so() throws IOException {
        OrderFile.Content content =
                read("id,approved,delivered,promised\na,2026-01-02,2026-01-05,2026-01-09\nb,\"2026\nc,,,\n");
        assertThat(content.orders()).hasSize(1);
        assertThat(content.leftOut()).containsKey("the rest of the file: a quote is not closed");
    }

    private Order only(String text) throws IOException {
        return read(text).orders().get(0);
    }

    private OrderFile.Content read(String text) throws IOException {
        return OrderFile.read(file(text), Map.of(), null, SAO_PAULO);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("orders.csv"), text);
    }
}
