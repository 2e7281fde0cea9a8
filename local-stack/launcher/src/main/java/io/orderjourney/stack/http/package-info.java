/** The few words of HTTP and JSON that the stack's own endpoints share. */
@NullMarked
package io.orderjourney.stack.http;

import org.jspecify.annotations.NullMarked;
