package io.orderjourney.stack.run;

import io.orderjourney.stack.servers.ChildProcess;

/** A part of the stack that runs as a process of its own and can be started again. */
interface Supervised {

    /** In stack.json. */
    String name();

    /** For people. */
    default String label() {
        return name();
    }

    /**
     * Starts it and returns when it is ready.
     *
     * @throws RuntimeException saying what is wrong when it does not become ready
     */
    ChildProcess start();

    /** Stops it in order; harmless when it does not run. */
    void stop();
}
