package io.orderjourney.benchmarks;

import io.orderjourney.sql.Sql;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** What must be true for a measurement to mean anything. */
final class Checks {

    private static final long LIMIT_NANOS = 1_200_000_000_000L;
    private static final long PAUSE_MILLIS = 50;

    private Checks() {}

    /** The server's settings on which durability rests. */
    static Map<String, String> durability(Sql sql) {
        Map<String, String> settings = new TreeMap<>();
        sql.query(
                        "select name, setting from pg_settings where name in"
                                + " ('fsync', 'synchronous_commit', 'full_page_writes', 'wal_level', 'server_version')",
                        row -> new String[] {row.getString(1), row.getString(2)})
                .forEach(setting -> settings.put(setting[0], setting[1]));
        for (String needed : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
            if (!"on".equals(settings.get(needed))) {
                throw new AssertionError(needed + " is " + settings.get(needed) + ": this would compare nothing");
            }
        }
        return settings;
    }

    static void counted(String what, long expected, long found) {
        if (expected != found) {
            throw new AssertionError(what + ": " + found + " instead of " + expected);
        }
    }

    /** Returns when this many are counted. */
    static void await(String what, long wanted, LongSupplier count) throws InterruptedException {
        long end = System.nanoTime() + LIMIT_NANOS;
        for (long found = count.getAsLong(); found != wanted; found = count.getAsLong()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(what + ": " + found + " instead of " + wanted + " after twenty minutes");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    static double secondsSince(long startNanos) {
        return (System.nanoTime() - startNanos) / 1e9;
    }
}
