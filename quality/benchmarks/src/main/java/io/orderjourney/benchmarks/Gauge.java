package io.orderjourney.benchmarks;

import io.orderjourney.sql.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a stretch of time cost: processor time of PostgreSQL and of one JVM, bytes of WAL and commits. */
final class Gauge {

    private static final double TICKS_PER_SECOND = 100;

    private final Sql sql;
    private final long postgresPid;
    private final long jvmPid;
    private final long walAtStart;
    private final long commitsAtStart;
    private final double postgresAtStart;
    private final double jvmAtStart;

    private Gauge(Sql sql, long postgresPid, long jvmPid) {
        this.sql = sql;
        this.postgresPid = postgresPid;
        this.jvmPid = jvmPid;
        this.walAtStart = wal();
        this.commitsAtStart = commits();
        this.postgresAtStart = treeSeconds(postgresPid);
        this.jvmAtStart = seconds(jvmPid);
    }

    static Gauge start(Sql sql, long postgresPid, long jvmPid) {
        return new Gauge(sql, postgresPid, jvmPid);
    }

    /** The cost of each of so many operations since the start; processor time in seconds for a thousand. */
    Map<String, Double> costs(long operations) {
        Map<String, Double> costs = new LinkedHashMap<>();
        costs.put("PostgreSQL CPU s/1000", (treeSeconds(postgresPid) - postgresAtStart) * 1000 / operations);
        costs.put("JVM CPU s/1000", (seconds(jvmPid) - jvmAtStart) * 1000 / operations);
        costs.put("WAL bytes", (double) (wal() - walAtStart) / operations);
        costs.put("commits", (double) (commits() - commitsAtStart) / operations);
        return costs;
    }

    private long wal() {
        return sql.number("select (pg_current_wal_insert_lsn() - '0/0')::bigint");
    }

    private long commits() {
        return sql.number("select xact_commit from pg_stat_database where datname = current_database()");
    }

    /** With the time of backends that have ended, which their parent keeps. */
    private static double treeSeconds(long pid) {
        double running = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToDouble(backend -> seconds(backend.pid()))
                .sum();
        return seconds(pid) + ticks(pid, 13, 14) + running;
    }

    private static double seconds(long pid) {
        return ticks(pid, 11, 12);
    }

    private static double ticks(long pid, int user, int system) {
        return stat(pid)
                        .map(fields -> Double.parseDouble(fields.get(user)) + Double.parseDouble(fields.get(system)))
                        .orElse(0.0)
                / TICKS_PER_SECOND;
    }

    /** The fields after the name of the program, which may hold anything. */
    private static Optional<List<String>> stat(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return Optional.of(List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ")));
        } catch (IOException ended) {
            return Optional.empty();
        }
    }

    /** Resident memory of a process in megabytes. */
    static double residentMegabytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException ended) {
            return 0;
        }
    }
}
