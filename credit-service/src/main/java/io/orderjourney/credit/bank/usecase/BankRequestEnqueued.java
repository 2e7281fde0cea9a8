package io.orderjourney.credit.bank.usecase;

/** Inside this service, after the commit: a request to the bank waits. */
record BankRequestEnqueued() {}
