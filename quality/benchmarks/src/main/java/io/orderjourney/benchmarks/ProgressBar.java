package io.orderjourney.benchmarks;

import java.io.PrintStream;
import java.util.Locale;

/** One line that tells how far a run is. On a terminal it is drawn over itself; in a log each step is a line. */
final class ProgressBar {

    private static final int WIDTH = 30;

    private final PrintStream out;
    private final boolean terminal;
    private final int steps;
    private int done;

    ProgressBar(PrintStream out, boolean terminal, int steps) {
        this.out = out;
        this.terminal = terminal;
        this.steps = steps;
    }

    /** Says what goes on now. */
    void now(String what) {
        draw(what);
    }

    /** Another step is done. */
    void step(String what) {
        done = Math.min(steps, done + 1);
        draw(what);
    }

    void end() {
        if (terminal) {
            out.println();
        }
    }

    private void draw(String what) {
        int filled = WIDTH * done / Math.max(1, steps);
        String line = String.format(
                Locale.ROOT,
                "[%s%s] %3d %%  %s",
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                100 * done / Math.max(1, steps),
                what);
        if (terminal) {
            out.print("\r\u001b[2K" + line);
            out.flush();
        } else {
            out.println(line);
        }
    }
}
