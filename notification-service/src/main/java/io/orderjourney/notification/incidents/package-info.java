/** Trouble of the whole shop or of a partner: found at any hour, led by one person, and told to everybody whom it touches. */
@NullMarked
package io.orderjourney.notification.incidents;

import org.jspecify.annotations.NullMarked;
