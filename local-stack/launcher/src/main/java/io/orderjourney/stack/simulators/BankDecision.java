package io.orderjourney.stack.simulators;

/** What a bank can decide about an application. */
enum BankDecision {
    APPROVED,
    REFUSED
}
