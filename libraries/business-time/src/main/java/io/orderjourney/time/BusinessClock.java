package io.orderjourney.time;

import java.time.InstantSource;

/**
 * The one time of the shop. Every rule gets its time from here, as an argument, and nothing else asks a machine what time it is: so all
 * processes agree, and a demo or a test can move time for all of them at once.
 *
 * <p>Instants have millisecond resolution. An implementation never goes back, except as its own Javadoc says.
 */
public interface BusinessClock extends InstantSource {}
