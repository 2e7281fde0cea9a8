package io.orderjourney.journeytests.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The stack's processes as the operating system and the JDK's own tool see them. */
final class Processes {

    private static final Pattern HEAP =
            Pattern.compile("(?:new generation|tenured generation|DefNew|Tenured)\\s+total \\d+K, used (\\d+)K");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final double TICKS_PER_SECOND = 100;

    private final Map<String, Long> pids;

    Processes(Map<String, Long> pids) {
        this.pids = pids;
    }

    /** Looks at all of them; services are made to collect their garbage first. */
    List<MemoryWatch.Sample> look(Instant now) {
        return pids.entrySet().stream()
                .filter(process -> Files.exists(proc(process.getValue(), "status")))
                .map(process -> sample(now, process.getKey(), process.getValue()))
                .toList();
    }

    private static MemoryWatch.Sample sample(Instant now, String name, long pid) {
        try {
            double live = name.endsWith("-service") ? liveMb(pid) : 0;
            Matcher resident = RESIDENT.matcher(Files.readString(proc(pid, "status")));
            double residentMb = resident.find() ? Long.parseLong(resident.group(1)) / 1024.0 : 0;
            return new MemoryWatch.Sample(now, name, residentMb, live, cpuSeconds(pid));
        } catch (IOException gone) {
            throw new UncheckedIOException(name + " cannot be looked at", gone);
        }
    }

    /** Of the process and of those it started and has waited for. */
    private static double cpuSeconds(long pid) throws IOException {
        String stat = Files.readString(proc(pid, "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Stream.of(fields[11], fields[12], fields[13], fields[14])
                        .mapToLong(Long::parseLong)
                        .sum()
                / TICKS_PER_SECOND;
    }

    private static double liveMb(long pid) throws IOException {
        jcmd(pid, "GC.run");
        Matcher used = HEAP.matcher(jcmd(pid, "GC.heap_info"));
        double kilobytes = 0;
        while (used.find()) {
            kilobytes += Long.parseLong(used.group(1));
        }
        return kilobytes / 1024;
    }

    private static String jcmd(long pid, String command) throws IOException {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(tool.toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Path proc(long pid, String what) {
        return Path.of("/proc", Long.toString(pid), what);
    }
}
