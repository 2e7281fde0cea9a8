/** The answer page becomes words here: bundles per language and a page template. */
@NullMarked
package io.orderjourney.notification.answers.text;

import org.jspecify.annotations.NullMarked;
