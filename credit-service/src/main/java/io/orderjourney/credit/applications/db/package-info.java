/** The application's rows. */
@NullMarked
package io.orderjourney.credit.applications.db;

import org.jspecify.annotations.NullMarked;
