/** What happens to an application, each in one transaction with its promises and its facts. */
@NullMarked
package io.orderjourney.credit.applications.usecase;

import org.jspecify.annotations.NullMarked;
