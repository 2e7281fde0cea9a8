package io.orderjourney.stack.run;

import java.io.PrintStream;
import java.time.Duration;

/** What a person at the terminal reads while the stack starts and runs. */
public final class Progress {

    private final PrintStream out;

    public Progress(PrintStream out) {
        this.out = out;
    }

    /** One part of the stack is ready. */
    public synchronized void ready(String part, Duration took) {
        out.printf("  %-24s ready after %.1f s%n", part, took.toMillis() / 1000.0);
    }

    public synchronized void say(String line) {
        out.println(line);
    }
}
