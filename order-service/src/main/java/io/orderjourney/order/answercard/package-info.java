/** The answer card: where a journey stands, what it waits for, who has it, until when, what next. */
@NullMarked
package io.orderjourney.order.answercard;

import org.jspecify.annotations.NullMarked;
