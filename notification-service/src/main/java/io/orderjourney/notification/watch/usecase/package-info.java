/** What the watch does when something happened or time has passed: re-forecast, compare, act once. */
@NullMarked
package io.orderjourney.notification.watch.usecase;

import org.jspecify.annotations.NullMarked;
