/** What a credit application is, and which step may follow which. */
@NullMarked
package io.orderjourney.credit.applications;

import org.jspecify.annotations.NullMarked;
