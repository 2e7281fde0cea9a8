/** What all desks' screens share: who is logged in, the queue, the panel of one order, and their texts. */
@NullMarked
package io.orderjourney.console;

import org.jspecify.annotations.NullMarked;
