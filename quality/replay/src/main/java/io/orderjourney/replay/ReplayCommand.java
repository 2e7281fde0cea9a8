package io.orderjourney.replay;

import io.orderjourney.contracts.state.QuietHoursPolicy;
import io.orderjourney.replay.Columns.Field;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code journey replay FILE.csv --report}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description =
                "Replays a table of real orders through the product's forecast and escalation on a simulated clock.")
public final class ReplayCommand implements Callable<Integer> {

    private static final List<Integer> NOTICES = List.of(24, 72);
    private static final List<Integer> FRONTIER_NOTICES = List.of(24, 48, 72);
    private static final int FRONTIER_FROM = 3;
    private static final int FRONTIER_TO = 9;
    private static final double TENTH = 0.1;
    private static final int BAR_WIDTH = 40;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE.csv", description = "One order a row, with a header.")
    private Path file = Path.of("");

    @Option(names = "--report", description = "Prints the report; this is what the command does anyway.")
    private boolean report;

    @Option(
            names = "--column",
            paramLabel = "FIELD=NAME",
            description = "Names a column where the guess is wrong: id, approved, handed-over, delivered, promised. "
                    + "NAME none: as if the file had no such column.")
    private Map<String, String> names = Map.of();

    @Option(
            names = "--time-format",
            paramLabel = "PATTERN",
            description = "How times are written, e.g. \"d.M.uuuu H:mm\"; otherwise guessed from the values.")
    private @Nullable String format;

    @Option(
            names = "--zone",
            defaultValue = "UTC",
            paramLabel = "ZONE",
            description =
                    "Where the times of the file are local and days end, e.g. America/Sao_Paulo. Usually ${DEFAULT-VALUE}.")
    private ZoneId zone = ZoneId.of("UTC");

    @Option(
            names = "--quiet-hours",
            defaultValue = "none",
            paramLabel = "HH:MM-HH:MM",
            description =
                    "When customers are not told anything. Usually ${DEFAULT-VALUE}, like the plain rule: a mail wakes nobody.")
    private String quietHours = "none";

    @Option(
            names = "--last-notice",
            defaultValue = "PT60M",
            paramLabel = "DURATION",
            description = "How long before the due time the last notice goes out. Usually ${DEFAULT-VALUE}.")
    private Duration lastNotice = Duration.ofHours(1);

    @Option(
            names = "--share",
            defaultValue = "0.6",
            paramLabel = "SHARE",
            description = "The share of slips that is to be announced N hours before. Usually ${DEFAULT-VALUE}.")
    private double share;

    /** Ends with 0 when the report was printed, 1 when the file could not be replayed, 2 when the options were not understood. */
    public static void main(String[] arguments) {
        System.exit(line().execute(arguments));
    }

    static CommandLine line() {
        CommandLine line = new CommandLine(new ReplayCommand());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
            return 1;
        });
        return line;
    }

    @Override
    public Integer call() throws Exception {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("There is no file " + file);
        }
        OrderFile.Content content = OrderFile.read(file, fields(), format, zone);
        List<Strategy> main = new ArrayList<>();
        for (int notice : NOTICES) {
            main.add(Strategy.foresighted(Duration.ofHours(notice), share));
            main.add(Strategy.plainRule(Duration.ofHours(notice)));
        }
        List<Strategy> frontier = new ArrayList<>();
        for (int notice : FRONTIER_NOTICES) {
            for (int tenths = FRONTIER_FROM; tenths <= FRONTIER_TO; tenths++) {
                frontier.add(Strategy.foresighted(Duration.ofHours(notice), tenths * TENTH));
            }
        }
        List<Strategy> all = new ArrayList<>(main);
        all.addAll(frontier);
        DeliveryPolicy policy = new DeliveryPolicy(zone, night(), lastNotice);
        PrintWriter progress = line.getErr();
        new Replay(policy, zone, all).run(content.orders(), done -> draw(progress, done));
        progress.println();
        line.getOut().print(new Report(content, zone).of(main, frontier));
        line.getOut().flush();
        return 0;
    }

    private static void draw(PrintWriter out, double done) {
        int full = (int) Math.round(done * BAR_WIDTH);
        out.printf(Locale.ROOT, "\r[%s%s] %3.0f %%", "#".repeat(full), " ".repeat(BAR_WIDTH - full), done * 100);
        out.flush();
    }

    private Map<Field, String> fields() {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        names.forEach((field, name) ->
                fields.put(Field.valueOf(field.toUpperCase(Locale.ROOT).replace('-', '_')), name));
        return fields;
    }

    /** Quiet from an hour to the same hour: never. */
    private QuietHoursPolicy night() {
        if (quietHours.equals("none")) {
            return new QuietHoursPolicy(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        }
        String[] times = quietHours.split("-", 2);
        if (times.length < 2) {
            throw new IllegalArgumentException("Quiet hours are written like 21:00-08:00");
        }
        return new QuietHoursPolicy(LocalTime.parse(times[0].strip()), LocalTime.parse(times[1].strip()));
    }
}
