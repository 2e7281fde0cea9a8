/** Who is logged in at a desk: a signed cookie that every service reads with the same key. */
@NullMarked
package io.orderjourney.console.session;

import org.jspecify.annotations.NullMarked;
