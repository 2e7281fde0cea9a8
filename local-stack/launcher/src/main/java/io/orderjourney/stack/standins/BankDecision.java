package io.orderjourney.stack.standins;

/** What a bank can decide about an application. */
enum BankDecision {
    APPROVED,
    REFUSED
}
