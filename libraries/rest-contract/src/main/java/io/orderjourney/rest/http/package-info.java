/** What every HTTP request passes before anything else looks at it, and what every answer carries. */
@NullMarked
package io.orderjourney.rest.http;

import org.jspecify.annotations.NullMarked;
