/** What customers say some days after they have their goods: three questions, asked by a policy, and what the answers add up to. */
@NullMarked
package io.orderjourney.notification.feedback;

import org.jspecify.annotations.NullMarked;
