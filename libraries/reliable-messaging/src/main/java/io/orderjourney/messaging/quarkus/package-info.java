/** Makes beans of the messaging classes inside a Quarkus service, and starts and stops their loops in the right order. */
@NullMarked
package io.orderjourney.messaging.quarkus;

import org.jspecify.annotations.NullMarked;
