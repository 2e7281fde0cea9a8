/** People who log in with the shop's OpenID Connect provider, whichever that is. */
@NullMarked
package io.orderjourney.rest.oidc;

import org.jspecify.annotations.NullMarked;
