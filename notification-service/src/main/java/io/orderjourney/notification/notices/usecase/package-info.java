/** Planning messages, sending them, and recording what became of them. */
@NullMarked
package io.orderjourney.notification.notices.usecase;

import org.jspecify.annotations.NullMarked;
