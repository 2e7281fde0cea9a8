package io.orderjourney.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.orderjourney.replay.Columns.Field;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A table of orders, one a row, with a header. What cannot be used is left out and counted with its reason. */
final class OrderFile {

    private static final int ROWS_TO_GUESS_FROM = 200;

    private final ZoneId zone;
    private final Map<Field, TimeColumn> times = new EnumMap<>(Field.class);
    private final Map<String, Integer> leftOut = new TreeMap<>();
    private final Set<String> ids = new HashSet<>();
    private final Columns columns;
    private final List<String> header;
    private int unusable;
    private int rows;

    /**
     * @param orders in the order of their approval
     * @param columns which column was taken for what
     * @param leftOut how many rows were not used, by reason
     * @param handOversDropped orders whose hand-over made no sense and counts as unknown
     */
    record Content(List<Order> orders, int rows, String columns, Map<String, Integer> leftOut, int handOversDropped) {}

    /** A row that cannot be used. */
    private static final class Dirty extends Exception {
        private static final long serialVersionUID = 1;

        Dirty(String reason) {
            super(reason);
        }
    }

    private OrderFile(List<String> header, Columns columns, ZoneId zone) {
        this.header = header;
        this.columns = columns;
        this.zone = zone;
    }

    /**
     * @param names columns that the caller names; the others are guessed
     * @param format how times are written; null to guess it
     * @param zone where the wall-clock times of the file are told
     * @throws IllegalArgumentException if the file has no header or lacks a column that must be there
     */
    static Content read(Path file, Map<Field, String> names, @Nullable String format, ZoneId zone) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        boolean cut = readLines(file, lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(file + " is empty");
        }
        List<String> header = lines.get(0);
        OrderFile read = new OrderFile(header, Columns.of(header, names), zone);
        if (cut) {
            read.leaveOut("the rest of the file: a quote is not closed");
        }
        return read.content(lines.subList(1, lines.size()), format);
    }

    /** Whether reading stopped before the end. */
    private static boolean readLines(Path file, List<List<String>> lines) throws IOException {
        try (BufferedReader reader = open(file)) {
            CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator(file));
            MappingIterator<List<String>> rows = new CsvMapper()
                    .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                    .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                    .readerForListOf(String.class)
                    .with(schema)
                    .readValues(reader);
            while (rows.hasNextValue()) {
                lines.add(rows.nextValue());
            }
            return false;
        } catch (JsonProcessingException broken) {
            return true;
        }
    }

    /** What is no UTF-8 is replaced: a strange letter in a name costs no order. */
    private static BufferedReader open(Path file) throws IOException {
        return new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
    }

    private static char separator(Path file) throws IOException {
        try (BufferedReader reader = open(file)) {
            String first = Objects.requireNonNullElse(reader.readLine(), "");
            return List.of(',', ';', '\t', '|').stream()
                    .max(Comparator.comparingLong((Character sign) ->
                            first.chars().filter(letter -> letter == sign).count()))
                    .orElse(',');
        }
    }

    private Content content(List<List<String>> lines, @Nullable String format) {
        Map<Field, List<String>> samples = new EnumMap<>(Field.class);
        for (Field field : List.of(Field.APPROVED, Field.HANDED_OVER, Field.DELIVERED, Field.PROMISED)) {
            samples.put(
                    field,
                    lines.stream()
                            .flatMap(line -> columns.in(line, field).stream())
                            .limit(ROWS_TO_GUESS_FROM)
                            .toList());
        }
        List<String> all = samples.values().stream().flatMap(List::stream).toList();
        samples.forEach((field, sample) ->
                times.put(field, format == null ? TimeColumn.guess(sample, all, zone) : TimeColumn.of(format, zone)));
        List<Order> orders = new ArrayList<>();
        for (List<String> line : lines) {
            rows++;
            try {
                orders.add(order(line));
            } catch (Dirty dirty) {
                leaveOut(Objects.requireNonNull(dirty.getMessage()));
            }
        }
        orders.sort(Comparator.comparing(Order::startedAt).thenComparing(Order::id));
        return new Content(orders, rows, columns.describe(header), leftOut, unusable);
    }

    private void leaveOut(String reason) {
        leftOut.merge(reason, 1, Integer::sum);
    }

    private Order order(List<String> line) throws Dirty {
        Instant approvedAt = needed(line, Field.APPROVED, "approval").toInstant();
        LocalDate promisedOn = needed(line, Field.PROMISED, "promised day").toLocalDate();
        Instant deliveredAt = needed(line, Field.DELIVERED, "delivery").toInstant();
        Instant dueAt = promisedOn.plusDays(1).atStartOfDay(zone).toInstant();
        if (deliveredAt.isBefore(approvedAt)) {
            throw new Dirty("delivered before its approval");
        }
        if (!approvedAt.isBefore(dueAt)) {
            throw new Dirty("promised for a day before its approval");
        }
        String id = columns.in(line, Field.ID).orElse("row " + rows);
        if (!ids.add(id)) {
            throw new Dirty("an order of this id came before");
        }
        return new Order(id, approvedAt, handOver(line, approvedAt, deliveredAt), deliveredAt, promisedOn, dueAt);
    }

    private ZonedDateTime needed(List<String> line, Field field, String name) throws Dirty {
        String text = columns.in(line, field).orElseThrow(() -> new Dirty("no " + name));
        return Objects.requireNonNull(times.get(field))
                .read(text)
                .orElseThrow(() -> new Dirty("the " + name + " cannot be read as a time"));
    }

    /** An order is of use without it: one that makes no sense counts as unknown. */
    private @Nullable Instant handOver(List<String> line, Instant approvedAt, Instant deliveredAt) {
        Optional<String> text = columns.in(line, Field.HANDED_OVER);
        if (text.isEmpty()) {
            return null;
        }
        Instant at = Objects.requireNonNull(times.get(Field.HANDED_OVER))
                .read(text.get())
                .map(ZonedDateTime::toInstant)
                .orElse(null);
        if (at == null || at.isBefore(approvedAt) || at.isAfter(deliveredAt)) {
            unusable++;
            return null;
        }
        return at;
    }
}
