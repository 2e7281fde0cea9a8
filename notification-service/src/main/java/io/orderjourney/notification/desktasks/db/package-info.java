/** The tasks' rows. */
@NullMarked
package io.orderjourney.notification.desktasks.db;

import org.jspecify.annotations.NullMarked;
