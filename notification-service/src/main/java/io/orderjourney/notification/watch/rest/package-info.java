/** The ledger of promises, for desks and managers. */
@NullMarked
package io.orderjourney.notification.watch.rest;

import org.jspecify.annotations.NullMarked;
