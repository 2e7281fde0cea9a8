/** Where the bank's papers are, as far as anybody knows. */
@NullMarked
package io.orderjourney.credit.papers;

import org.jspecify.annotations.NullMarked;
