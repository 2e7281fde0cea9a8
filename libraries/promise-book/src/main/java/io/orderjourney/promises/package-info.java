/** The rules of a promise: what it is, when it may be made or rescheduled, what is foreseen, and when to speak. */
@NullMarked
package io.orderjourney.promises;

import org.jspecify.annotations.NullMarked;
