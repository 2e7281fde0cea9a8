/** The one row of the policy, for who changes it. */
@NullMarked
package io.orderjourney.notification.policy.db;

import org.jspecify.annotations.NullMarked;
