/** The bank's decisions, when a gateway reports them over Kafka. */
@NullMarked
package io.orderjourney.credit.bank.kafka;

import org.jspecify.annotations.NullMarked;
