/** Messages as they are planned and delivered: what is announced, when, on which channel, and its outcome. */
@NullMarked
package io.orderjourney.notification.notices;

import org.jspecify.annotations.NullMarked;
