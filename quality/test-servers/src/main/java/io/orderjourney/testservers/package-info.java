/** One PostgreSQL and one Kafka broker for all tests of a Java virtual machine, from containers or embedded. */
@NullMarked
package io.orderjourney.testservers;

import org.jspecify.annotations.NullMarked;
