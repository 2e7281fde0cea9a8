/** One desk's screen: what it shows is data from the service that owns the work; how it looks is the same everywhere. */
@NullMarked
package io.orderjourney.console.desk;

import org.jspecify.annotations.NullMarked;
