/** How this service's plain SQL is run on the connection of the running transaction. */
@NullMarked
package io.orderjourney.notification.db;

import org.jspecify.annotations.NullMarked;
