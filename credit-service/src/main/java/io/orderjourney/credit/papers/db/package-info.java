/** The papers' rows. */
@NullMarked
package io.orderjourney.credit.papers.db;

import org.jspecify.annotations.NullMarked;
