/** Opening a task and telling the desk, doing it. */
@NullMarked
package io.orderjourney.notification.desktasks.usecase;

import org.jspecify.annotations.NullMarked;
