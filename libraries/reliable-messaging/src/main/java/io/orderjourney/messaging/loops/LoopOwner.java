package io.orderjourney.messaging.loops;

/**
 * A bean that runs a {@link BackgroundLoop}. It starts and stops the loop itself; the liveness check and the metrics find it by
 * this interface.
 */
public interface LoopOwner {

    BackgroundLoop loop();
}
