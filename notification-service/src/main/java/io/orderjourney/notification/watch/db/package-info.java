/** The timers of the ladder, the journeys to look at, and what was done already. */
@NullMarked
package io.orderjourney.notification.watch.db;

import org.jspecify.annotations.NullMarked;
