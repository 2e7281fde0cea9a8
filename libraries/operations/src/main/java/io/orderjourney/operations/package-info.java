/** What whoever runs a service needs of it: its clock, its dead letters, and in a demo whether it is at rest. */
@NullMarked
package io.orderjourney.operations;

import org.jspecify.annotations.NullMarked;
