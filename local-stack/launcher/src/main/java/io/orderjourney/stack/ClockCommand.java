package io.orderjourney.stack;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.stack.clock.BusinessDuration;
import io.orderjourney.stack.clock.NextMorning;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code journey clock}: reads and moves the business time of a running stack. */
@Command(name = "clock", description = "Reads or moves the business time.")
final class ClockCommand implements Runnable {

    private static final DateTimeFormatter MORNING =
            DateTimeFormatter.ofPattern("'In the shop it is' EEEE, d MMMM, HH:mm (VV).", Locale.ENGLISH);

    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(5);

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "clock now, clock morning, or clock advance 2h");
        }
    }

    @Command(name = "now", description = "Prints the business time.")
    int now(@Mixin DataOption data) throws Exception {
        System.out.println(new FrontDoorClient(data.directory())
                .get("/demo/clock")
                .path("now")
                .asText());
        return 0;
    }

    @Command(
            name = "advance",
            description = "Moves the business time forward. All that falls due on the way happens in its order, and is "
                    + "finished when this returns.")
    int advance(
            @Mixin DataOption data,
            @Parameters(paramLabel = "DURATION", description = "2h, 90m, 1d12h or PT2H") String duration,
            @Option(
                            names = "--step",
                            paramLabel = "DURATION",
                            description = "Moves in equal steps instead of from due moment to due moment.")
                    @Nullable
                    String step)
            throws Exception {
        Map<String, Duration> body = new LinkedHashMap<>();
        body.put("by", BusinessDuration.parse(duration));
        if (step != null) {
            body.put("step", BusinessDuration.parse(step));
        }
        move(new FrontDoorClient(data.directory()), body);
        return 0;
    }

    @Command(
            name = "morning",
            description = "Moves the business time to the next morning of a working day, when every desk is there.")
    int morning(@Mixin DataOption data) throws Exception {
        FrontDoorClient frontDoor = new FrontDoorClient(data.directory());
        Instant now = Instant.parse(frontDoor.get("/demo/clock").path("now").asText());
        ZonedDateTime morning = NextMorning.of(
                        new FrontDoorClient(data.directory(), "management").get("/notification-service/api/v1/policy"))
                .after(now);
        move(frontDoor, Map.of("by", Duration.between(now, morning.toInstant())));
        System.out.println(MORNING.format(morning));
        return 0;
    }

    private static void move(FrontDoorClient frontDoor, Map<String, Duration> body) throws Exception {
        JsonNode done = new AdvanceProgress(System.err, PROGRESS_EVERY, () -> frontDoor.get("/demo/clock"))
                .await(frontDoor.post("/demo/clock/advance", body));
        System.out.printf(
                "%s  (%d stops on the way, %.1f s)%n",
                done.path("to").asText(),
                done.path("jumps").asInt(),
                done.path("realMillis").asLong() / 1000.0);
    }
}
