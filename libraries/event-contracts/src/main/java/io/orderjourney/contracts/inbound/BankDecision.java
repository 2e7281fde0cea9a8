package io.orderjourney.contracts.inbound;

/** What a bank can decide. */
public enum BankDecision {
    APPROVED,
    REFUSED
}
