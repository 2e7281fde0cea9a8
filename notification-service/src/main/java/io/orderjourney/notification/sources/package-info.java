/** How new what is known of each other service is: the watch decides on copies of their facts. */
@NullMarked
package io.orderjourney.notification.sources;

import org.jspecify.annotations.NullMarked;
