package io.orderjourney.contracts.state;

import io.orderjourney.contracts.WaitingReason;
import java.util.Map;

/**
 * How long the shop waits for a customer, in days on which the desk works.
 *
 * @param days after the day on which the waiting begins, by what is waited for
 * @param storageDays within which a customer is asked to collect the goods, after the day on which they were told; storage
 *     that is extended ends as many days later
 * @param unansweredCalls after so many calls in a row that nobody answered, it is left to the customer to be reached
 */
public record WaitingTimes(Map<WaitingReason, Integer> days, int storageDays, int unansweredCalls) {}
