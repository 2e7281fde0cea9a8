/** What a service learns about promises and policy from the others. */
@NullMarked
package io.orderjourney.promises.kafka;

import org.jspecify.annotations.NullMarked;
