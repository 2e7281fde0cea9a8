/** How every refusal and every failure reaches a caller: RFC 9457 problems with a stable code. */
@NullMarked
package io.orderjourney.rest.problem;

import org.jspecify.annotations.NullMarked;
