/** The service as a whole: real PostgreSQL and Kafka, a real mail server, an SMS gateway, and a clock that tests turn. */
@NullMarked
package io.orderjourney.notification;

import org.jspecify.annotations.NullMarked;
