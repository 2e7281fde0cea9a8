/** What a desk is asked to do now: reminders, new dates wanted, calls to make, escalations. */
@NullMarked
package io.orderjourney.notification.desktasks;

import org.jspecify.annotations.NullMarked;
