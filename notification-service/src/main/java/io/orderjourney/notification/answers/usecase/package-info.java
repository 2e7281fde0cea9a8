/** Making answer links, showing what they are about, and taking the customer's answer. */
@NullMarked
package io.orderjourney.notification.answers.usecase;

import org.jspecify.annotations.NullMarked;
