package io.orderjourney.notification.board.console;

import io.orderjourney.notification.ledger.LedgerStatus;
import io.orderjourney.notification.ledger.Score;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One group of the board: its bar, and the numbers that the bar shows.
 *
 * @param label the group in words
 * @param bars the parts of the bar, from left to right
 */
public record ScoreLine(String group, String label, List<Cell> cells, List<Bar> bars, long total, String onTime) {

    /** The group as it stands in an address. */
    public String groupInAddress() {
        return URLEncoder.encode(group, StandardCharsets.UTF_8);
    }

    /** What a promise counts as when it ended, best first; the last one is in no total. */
    static final List<LedgerStatus> STATUSES = List.of(
            LedgerStatus.KEPT_ON_TIME,
            LedgerStatus.RESCHEDULED_WITH_NOTICE,
            LedgerStatus.RESCHEDULED_LATE,
            LedgerStatus.MISSED_UNANNOUNCED,
            LedgerStatus.WITHDRAWN);

    /** One number. */
    public record Cell(LedgerStatus status, long count) {}

    /** A part of the bar, in percent of its length. */
    public record Bar(String look, String x, String width) {}

    static ScoreLine of(Score score, String label) {
        List<Bar> bars = new ArrayList<>();
        double x = 0;
        for (LedgerStatus status : STATUSES.subList(0, STATUSES.size() - 1)) {
            double width = score.percent(status);
            if (width > 0) {
                bars.add(new Bar(look(status), decimal(x), decimal(width)));
            }
            x += width;
        }
        return new ScoreLine(
                score.group(),
                label,
                STATUSES.stream()
                        .map(status -> new Cell(status, score.of(status)))
                        .toList(),
                bars,
                score.total(),
                String.format(Locale.ROOT, "%.1f", score.percent(LedgerStatus.KEPT_ON_TIME)));
    }

    /** The class of a status in the style sheet. */
    static String look(LedgerStatus status) {
        return switch (status) {
            case KEPT_ON_TIME -> "good";
            case RESCHEDULED_WITH_NOTICE -> "told";
            case RESCHEDULED_LATE -> "warn";
            case MISSED_UNANNOUNCED -> "bad";
            case WITHDRAWN, OPEN, OPEN_RESCHEDULED -> "mute";
        };
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    /** The same numbers for a spreadsheet. */
    static String csv(List<ScoreLine> rows) {
        String head = "group,"
                + STATUSES.stream()
                        .map(status -> status.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(","))
                + ",total,kept_on_time_percent\r\n";
        return rows.stream()
                .map(row -> quoted(row.group()) + ","
                        + row.cells().stream()
                                .map(cell -> String.valueOf(cell.count()))
                                .collect(Collectors.joining(","))
                        + "," + row.total() + "," + row.onTime() + "\r\n")
                .collect(Collectors.joining("", head, ""));
    }

    /** A spreadsheet takes what begins like a formula for one. */
    private static String quoted(String text) {
        String safe = text.matches("(?s)[=+@\\-\t\r].*") ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
