/** What management decides about the shop's policy. */
@NullMarked
package io.orderjourney.notification.policy;

import org.jspecify.annotations.NullMarked;
