/** How this service's texts are found in the language of a customer. */
@NullMarked
package io.orderjourney.notification.text;

import org.jspecify.annotations.NullMarked;
