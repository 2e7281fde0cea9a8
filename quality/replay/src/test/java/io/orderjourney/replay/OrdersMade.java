package io.orderjourney.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Orders of a made-up shop, from a seed: some ways are slow, Sundays are free, some parcels are lost for weeks. */
final class OrdersMade {

    static final String HEADER = "order_id,approved_at,delivered_at,promised_day";
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private static final LocalDateTime FIRST = LocalDateTime.of(2026, 1, 1, 8, 0);
    private static final int A_DAY = 6;

    private OrdersMade() {}

    static List<String> rows(long seed, int count) {
        Random random = new Random(seed);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            LocalDateTime approvedAt = FIRST.plusDays(i / A_DAY).plusMinutes(random.nextInt(600));
            int way = 2 + random.nextInt(10);
            int lead = way + 4 + random.nextInt(4);
            LocalDateTime at = approvedAt.plusDays(way);
            boolean lost = random.nextInt(25) == 0;
            while (random.nextDouble() > (lost ? 0.08 : 0.4)) {
                at = at.plusDays(1);
            }
            LocalDateTime deliveredAt = at.toLocalDate().atTime(9 + random.nextInt(10), random.nextInt(60));
            rows.add(String.join(
                    ",",
                    "o" + i,
                    approvedAt.format(TIME),
                    deliveredAt.format(TIME),
                    approvedAt.toLocalDate().plusDays(lead).toString()));
        }
        return rows;
    }

    static Path file(Path folder, List<String> rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        lines.addAll(rows);
        return Files.write(folder.resolve("orders.csv"), lines);
    }
}
