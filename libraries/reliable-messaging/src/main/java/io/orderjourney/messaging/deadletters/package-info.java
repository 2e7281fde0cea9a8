/** Records that could not be applied, kept byte for byte until a person decides. */
@NullMarked
package io.orderjourney.messaging.deadletters;

import org.jspecify.annotations.NullMarked;
