/** What the shop does after it did not keep its word to a customer: by rule, within a budget, and done only when every part is. */
@NullMarked
package io.orderjourney.notification.recovery;

import org.jspecify.annotations.NullMarked;
