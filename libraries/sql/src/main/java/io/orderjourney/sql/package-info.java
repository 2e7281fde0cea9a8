/** How every library and service talks to PostgreSQL: statements with bound values, and what a failure means. */
@NullMarked
package io.orderjourney.sql;

import org.jspecify.annotations.NullMarked;
