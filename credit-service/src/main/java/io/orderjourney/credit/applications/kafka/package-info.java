/** What applications learn from orders and from notices. */
@NullMarked
package io.orderjourney.credit.applications.kafka;

import org.jspecify.annotations.NullMarked;
