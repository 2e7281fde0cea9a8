/** The credit desk's service: applications, the bank, signing appointments and the bank's papers. */
@NullMarked
package io.orderjourney.credit;

import org.jspecify.annotations.NullMarked;
