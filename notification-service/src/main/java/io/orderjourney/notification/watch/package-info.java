/** The promise watch: predicts slips, follows the escalation policy, and has customers told in time. */
@NullMarked
package io.orderjourney.notification.watch;

import org.jspecify.annotations.NullMarked;
