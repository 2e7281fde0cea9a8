/** Messages to customers: their content, their texts in each language, and the channels that send them. */
@NullMarked
package io.orderjourney.notification.messages;

import org.jspecify.annotations.NullMarked;
