/** The table of answers. */
@NullMarked
package io.orderjourney.notification.answers.db;

import org.jspecify.annotations.NullMarked;
