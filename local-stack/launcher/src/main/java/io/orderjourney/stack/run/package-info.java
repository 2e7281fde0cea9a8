/** Starting, watching and stopping the processes of the stack. */
@NullMarked
package io.orderjourney.stack.run;

import org.jspecify.annotations.NullMarked;
