/** Signed callbacks of partners, as the Standard Webhooks describe them. */
@NullMarked
package io.orderjourney.rest.webhook;

import org.jspecify.annotations.NullMarked;
