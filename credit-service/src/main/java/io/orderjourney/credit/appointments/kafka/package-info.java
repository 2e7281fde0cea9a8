/** What appointments learn from the promise watch. */
@NullMarked
package io.orderjourney.credit.appointments.kafka;

import org.jspecify.annotations.NullMarked;
