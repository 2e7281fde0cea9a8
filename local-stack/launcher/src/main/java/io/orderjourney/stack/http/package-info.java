/** HTTP and JSON as the stack's own endpoints use them. */
@NullMarked
package io.orderjourney.stack.http;

import org.jspecify.annotations.NullMarked;
