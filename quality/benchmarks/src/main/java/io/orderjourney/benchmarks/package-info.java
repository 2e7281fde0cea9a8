/** Runs the product and its peers side by side on one PostgreSQL, and compares what each round of them took. */
@NullMarked
package io.orderjourney.benchmarks;

import org.jspecify.annotations.NullMarked;
