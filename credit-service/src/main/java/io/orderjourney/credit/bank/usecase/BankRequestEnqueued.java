package io.orderjourney.credit.bank.usecase;

/** Inside this service, after the commit: there is something new to tell the bank. */
record BankRequestEnqueued() {}
