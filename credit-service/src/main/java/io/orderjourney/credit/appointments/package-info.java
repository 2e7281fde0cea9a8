/** When a customer can sign with a credit expert, and who that is. */
@NullMarked
package io.orderjourney.credit.appointments;

import org.jspecify.annotations.NullMarked;
