/** The promise watch: foresees every promise of every journey, climbs the escalation policy, and speaks in time. */
@NullMarked
package io.orderjourney.notification.watch;

import org.jspecify.annotations.NullMarked;
