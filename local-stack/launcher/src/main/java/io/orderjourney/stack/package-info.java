/** The whole shop on one machine with one command: what the script {@code journey} runs. */
@NullMarked
package io.orderjourney.stack;

import org.jspecify.annotations.NullMarked;
