/** Business hours, holidays, rosters and the one clock that every service reads. */
@NullMarked
package io.orderjourney.time;

import org.jspecify.annotations.NullMarked;
