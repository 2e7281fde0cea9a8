/** Connects shop platforms: their webhooks become orders, and the dates of promises become fields of their orders. */
@NullMarked
package io.orderjourney.connectors;

import org.jspecify.annotations.NullMarked;
