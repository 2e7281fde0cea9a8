/** Changing the shop's policy, for all services at once. */
@NullMarked
package io.orderjourney.notification.policy.usecase;

import org.jspecify.annotations.NullMarked;
