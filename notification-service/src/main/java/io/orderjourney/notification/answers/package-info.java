/** The customer's answer to a delay notice, through a link that nobody can guess. */
@NullMarked
package io.orderjourney.notification.answers;

import org.jspecify.annotations.NullMarked;
