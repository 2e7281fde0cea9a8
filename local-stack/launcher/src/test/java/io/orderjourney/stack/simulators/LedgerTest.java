package io.orderjourney.stack.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z"));

    @TempDir
    Path directory;

    @Test
    void entries_are_numbered_and_kept_in_order() {
        Path file = directory.resolve("bank.jsonl");
        try (Ledger ledger = Ledger.at(file, CLOCK)) {
            ledger.write("accepted", "marek-1", Map.of("amount", 1));
            ledger.write("repeated", "marek-1", Map.of());
        }

        try (Ledger again = Ledger.at(file, CLOCK)) {
            again.write("accepted", "anna-1", Map.of());

            assertThat(all(again)).extracting(LedgerEntry::number).containsExactly(1L, 2L, 3L);
            assertThat(all(again)).extracting(LedgerEntry::kind).containsExactly("accepted", "repeated", "accepted");
        }
    }

    @Test
    void a_line_cut_off_by_a_crash_is_dropped_and_the_next_one_is_whole() throws Exception {
        Path file = directory.resolve("bank.jsonl");
        try (Ledger ledger = Ledger.at(file, CLOCK)) {
            ledger.write("accepted", "marek-1", Map.of("text", "zażółć"));
        }
        Files.writeString(file, "{\"number\":2,\"at\":\"2026", StandardOpenOption.APPEND);

        try (Ledger again = Ledger.at(file, CLOCK)) {
            again.write("accepted", "anna-1", Map.of());
        }

        assertThat(Files.readAllLines(file))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).endsWith("}"));
        try (Ledger third = Ledger.at(file, CLOCK)) {
            assertThat(all(third)).extracting(LedgerEntry::reference).containsExactly("marek-1", "anna-1");
        }
    }

    @Test
    void entries_come_in_pages_of_what_the_filter_wants() {
        try (Ledger ledger = Ledger.at(directory.resolve("sms.jsonl"), CLOCK)) {
            for (int n = 1; n <= 6; n++) {
                ledger.write(n % 2 == 0 ? "accepted" : "repeated", "n-" + n, Map.of());
            }

            assertThat(ledger.entries(0, 2, entry -> entry.kind().equals("accepted")))
                    .extracting(LedgerEntry::number)
                    .containsExactly(2L, 4L);
            assertThat(ledger.entries(4, 2, entry -> entry.kind().equals("accepted")))
                    .extracting(LedgerEntry::number)
                    .containsExactly(6L);
        }
    }

    private static List<LedgerEntry> all(Ledger ledger) {
        return ledger.entries(0, Integer.MAX_VALUE, entry -> true);
    }
}
