/** Reading applications, and logging calls. */
@NullMarked
package io.orderjourney.credit.applications.rest;

import org.jspecify.annotations.NullMarked;
