/** Whether customers buy again after promises that were kept, moved or broken: counted as the facts come in. */
@NullMarked
package io.orderjourney.notification.repeatsales;

import org.jspecify.annotations.NullMarked;
