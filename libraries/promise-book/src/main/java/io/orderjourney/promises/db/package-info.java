/** The promise's rows in the owner's database. */
@NullMarked
package io.orderjourney.promises.db;

import org.jspecify.annotations.NullMarked;
