package io.orderjourney.messaging.loops;

/** A thread of the service's own, for work whose result no caller waits for; it does not keep the process alive. */
public final class BackgroundThread extends Thread {

    public BackgroundThread(Runnable work, String name) {
        super(work, name);
        setDaemon(true);
    }

    /** Whether this code runs in the background, and not for somebody who waits for an answer. */
    public static boolean isCurrent() {
        return currentThread() instanceof BackgroundThread;
    }
}
