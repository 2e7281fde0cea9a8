package io.orderjourney.stack.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.orderjourney.stack.http.Json;
import io.orderjourney.stack.orders.OrderImport.Report;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop brings its open orders along: checked row by row, placed once, whatever interrupts it. */
class OrderImportTest {

    private static final String HEAD =
            "order_number,name,email,phone,language,payment,pickup_point,sku,article,quantity,unit_price,currency\n";

    @TempDir
    Path folder;

    private final List<JsonNode> placed = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> keys = new HashSet<>();
    private final List<String> said = new ArrayList<>();
    private final HttpServer service = start();
    private boolean isDown;

    private static HttpServer start() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException unavailable) {
            throw new IllegalStateException(unavailable);
        }
    }

    @BeforeEach
    void open() {
        service.createContext("/api/v1/orders", this::order);
        service.start();
    }

    @AfterEach
    void close() {
        service.stop(0);
    }

    /** Takes each number once, gives its answer to a repeated request again, and knows no article X. */
    private void order(HttpExchange exchange) throws IOException {
        JsonNode order = Json.MAPPER.readTree(exchange.getRequestBody());
        String number = order.path("orderNumber").asText();
        if (isDown) {
            respond(exchange, 503, "{}");
        } else if (order.path("lines").path(1).path("sku").asText().equals("X")) {
            respond(
                    exchange,
                    422,
                    "{\"errors\": [{\"pointer\": \"/lines/1/sku\", \"detail\": \"There is no such article.\"}]}");
        } else if (!keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"))) {
            exchange.getResponseHeaders().set("Idempotency-Replayed", "true");
            respond(exchange, 201, "{}");
        } else if (known.add(number)) {
            placed.add(order);
            respond(exchange, 201, "{}");
        } else {
            respond(exchange, 409, "{\"code\": \"order-number-taken\"}");
        }
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String row(String number, String sku, String quantity, String price) {
        return number + ",\"Nowak, Ewa\",ewa@example.com,,pl,ON_PICKUP,WAW-01," + sku + ",\"Phone \"\"Nova\"\"\","
                + quantity + "," + price + ",PLN\n";
    }

    private Path file(String... rows) throws IOException {
        return Files.writeString(folder.resolve("orders.csv"), HEAD + String.join("", rows));
    }

    private Report run(Path file, boolean dryRun) throws IOException {
        String address = "http://127.0.0.1:" + service.getAddress().getPort();
        return new OrderImport(address, "token", said::add, anyTry -> {}).run(file, dryRun);
    }

    @Test
    void the_rows_of_an_order_are_its_lines() throws IOException {
        Report report = run(
                file(row("A-1", "P", "1", "1299.00"), row("A-1", "C", "2", "39.5"), row("A-2", "P", "1", "5")), false);

        assertThat(report).isEqualTo(new Report(2, 0, 0));
        JsonNode first = placed.get(0);
        assertThat(first.at("/customer/name").asText()).isEqualTo("Nowak, Ewa");
        assertThat(first.at("/lines/0/name").asText()).isEqualTo("Phone \"Nova\"");
        assertThat(first.at("/lines/1/unitPrice/amountMinor").asLong()).isEqualTo(3_950);
        assertThat(first.at("/total/amountMinor").asLong()).isEqualTo(129_900 + 2 * 3_950);
        assertThat(first.at("/customer/phone").isMissingNode()).isTrue();
    }

    @Test
    void a_dry_run_says_what_is_wrong_in_which_row_and_places_nothing() throws IOException {
        Report report =
                run(file(row("A-1", "P", "0", "1"), row("A-2", "P", "1", "1.234"), row("A-3", "P", "1", "1")), true);

        assertThat(report).isEqualTo(new Report(1, 0, 2));
        assertThat(said)
                .containsExactly(
                        "row 2, quantity: a number from 1 to 9999",
                        "row 3, unit_price: an amount of the currency, such as 1299.00");
        assertThat(placed).isEmpty();
        assertThat(folder.resolve("orders.csv.imported")).doesNotExist();
    }

    @Test
    void what_the_shop_refuses_is_said_at_its_row_and_the_others_are_placed() throws IOException {
        Report report =
                run(file(row("A-1", "P", "1", "1"), row("A-1", "X", "1", "1"), row("A-2", "P", "1", "1")), false);

        assertThat(report).isEqualTo(new Report(1, 0, 1));
        assertThat(said).containsExactly("row 3, /lines/1/sku: There is no such article.");
    }

    @Test
    void an_interrupted_import_goes_on_and_places_nothing_twice() throws IOException {
        Path file = file(row("A-1", "P", "1", "1"), row("A-2", "P", "1", "1"));
        run(file(row("A-1", "P", "1", "1")), false);
        file(row("A-1", "P", "1", "1"), row("A-2", "P", "1", "1"));
        isDown = true;
        assertThatThrownBy(() -> run(file, false))
                .hasMessageContaining("503")
                .hasMessageContaining("goes on from here");

        isDown = false;
        assertThat(run(file, false)).isEqualTo(new Report(1, 1, 0));
        assertThat(placed).hasSize(2);
        assertThat(run(file, false)).isEqualTo(new Report(0, 2, 0));
    }

    @Test
    void without_what_was_written_down_the_shop_knows_its_orders_itself() throws IOException {
        Path file = file(row("A-1", "P", "1", "1"));
        run(file, false);
        Files.delete(folder.resolve("orders.csv.imported"));

        assertThat(run(file, false)).isEqualTo(new Report(0, 1, 0));
        assertThat(placed).hasSize(1);
    }

    @Test
    void an_order_that_the_shop_has_stays_as_it_is() throws IOException {
        run(file(row("A-1", "P", "1", "1")), false);
        Files.delete(folder.resolve("orders.csv.imported"));

        assertThat(run(file(row("A-1", "P", "2", "1")), false)).isEqualTo(new Report(0, 1, 0));
        assertThat(placed).hasSize(1);
    }

    @Test
    void a_file_that_is_none_is_said_so() throws IOException {
        Path file = Files.writeString(folder.resolve("other.csv"), "\uFEFForder_number;name\n1;2\n");

        assertThat(run(file, true).wrong()).isEqualTo(10);
        assertThat(run(file(row("A-1", "P", "1", "1"), row("A-2", "P", "1", "1"), row("A-1", "P", "1", "1")), true))
                .as("rows of an order stand together")
                .isEqualTo(new Report(2, 0, 1));
    }
}
