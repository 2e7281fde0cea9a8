/** Who of the credit experts is on duty where and when, and who is really there. */
@NullMarked
package io.orderjourney.credit.roster;

import org.jspecify.annotations.NullMarked;
