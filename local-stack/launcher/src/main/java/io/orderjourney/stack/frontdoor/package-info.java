/** The front door: one address for the four services, the mail catcher and the start page. */
@NullMarked
package io.orderjourney.stack.frontdoor;

import org.jspecify.annotations.NullMarked;
