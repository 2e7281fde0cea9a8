/** What owners do with promises, each in one transaction with the facts it leaves behind. */
@NullMarked
package io.orderjourney.promises.usecase;

import org.jspecify.annotations.NullMarked;
