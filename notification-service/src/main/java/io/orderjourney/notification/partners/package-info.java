/** Those outside who promise the shop something: what was agreed with them, and what they said against what they did. */
@NullMarked
package io.orderjourney.notification.partners;

import org.jspecify.annotations.NullMarked;
