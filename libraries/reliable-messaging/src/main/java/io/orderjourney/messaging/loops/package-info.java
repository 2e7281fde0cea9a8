/** Threads that work until the service stops, each with a heartbeat. */
@NullMarked
package io.orderjourney.messaging.loops;

import org.jspecify.annotations.NullMarked;
