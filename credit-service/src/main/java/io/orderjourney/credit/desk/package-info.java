/** The credit desk's day: calls due, applications at the bank, signatures and papers, as one queue. */
@NullMarked
package io.orderjourney.credit.desk;

import org.jspecify.annotations.NullMarked;
