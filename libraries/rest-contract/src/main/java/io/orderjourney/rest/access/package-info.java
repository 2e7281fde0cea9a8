/** Who calls: bearer tokens, roles, and the person who acts within a token's name. */
@NullMarked
package io.orderjourney.rest.access;

import org.jspecify.annotations.NullMarked;
