/** The published language: event types, their wire names, and the words that all services share. */
@NullMarked
package io.orderjourney.contracts;

import org.jspecify.annotations.NullMarked;
