/** What a desk is asked to do now: reminders, requests for a new date, calls, escalations. */
@NullMarked
package io.orderjourney.notification.desktasks;

import org.jspecify.annotations.NullMarked;
