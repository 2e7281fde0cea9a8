/** The demo clock: moves business time for all processes at once, from one due moment to the next. */
@NullMarked
package io.orderjourney.stack.clock;

import org.jspecify.annotations.NullMarked;
