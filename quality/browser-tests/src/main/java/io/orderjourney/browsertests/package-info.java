/**
 * What people at the desks and customers do in their browsers, done in a real one against a running stack. Each
 * {@link io.orderjourney.browsertests.Walk} is one person's way from what they see first to the done action. Every page
 * on the way is inspected: no script error, nothing that the content security policy refused, no barrier that axe finds
 * in light or dark, no sideways scrolling on a phone.
 */
@NullMarked
package io.orderjourney.browsertests;

import org.jspecify.annotations.NullMarked;
