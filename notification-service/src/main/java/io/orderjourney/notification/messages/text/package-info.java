/** Letters become words here: bundles per language, a page template, and what fits into a text message. */
@NullMarked
package io.orderjourney.notification.messages.text;

import org.jspecify.annotations.NullMarked;
