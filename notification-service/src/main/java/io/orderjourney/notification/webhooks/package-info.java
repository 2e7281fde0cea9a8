/** Other systems that are told of promises and journeys over HTTP, signed, for days, and never silently dropped. */
@NullMarked
package io.orderjourney.notification.webhooks;

import org.jspecify.annotations.NullMarked;
