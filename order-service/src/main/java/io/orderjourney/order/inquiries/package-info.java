/** What customers ask and complain about: promised an answer at once, routed to the desk that knows, and answered in time. */
@NullMarked
package io.orderjourney.order.inquiries;

import org.jspecify.annotations.NullMarked;
