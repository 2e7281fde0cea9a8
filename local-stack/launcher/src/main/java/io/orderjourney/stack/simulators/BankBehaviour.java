package io.orderjourney.stack.simulators;

import java.time.Duration;

/**
 * How the bank works at the moment. All durations are business time.
 *
 * @param decisionPromise what the bank says it will need for a decision
 * @param decisionDelay what it really needs
 * @param decision APPROVED or REFUSED
 * @param silent decides nothing and calls nobody
 * @param manual waits for somebody to decide and to send papers through this simulator's own endpoints
 * @param papersDelay from the agreement to the papers' delivery
 */
record BankBehaviour(
        Duration decisionPromise,
        Duration decisionDelay,
        BankDecision decision,
        boolean silent,
        boolean manual,
        Duration papersDelay) {

    static final BankBehaviour USUAL = new BankBehaviour(
            Duration.ofHours(4), Duration.ofHours(2), BankDecision.APPROVED, false, false, Duration.ofDays(1));

    boolean actsByItself() {
        return !silent && !manual;
    }
}
