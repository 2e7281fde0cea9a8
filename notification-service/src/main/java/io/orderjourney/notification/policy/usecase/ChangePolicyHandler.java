package io.orderjourney.notification.policy.usecase;

import io.orderjourney.contracts.ContractJson;
import io.orderjourney.contracts.ContractReader;
import io.orderjourney.contracts.ContractViolation;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.state.ShopPolicy;
import io.orderjourney.messaging.state.StateTopics;
import io.orderjourney.notification.policy.PolicyFields;
import io.orderjourney.notification.policy.PolicyInForce;
import io.orderjourney.notification.policy.PolicyInForce.PastChange;
import io.orderjourney.notification.policy.PolicyInForce.PolicyChanged;
import io.orderjourney.notification.policy.PolicyValidator;
import io.orderjourney.notification.policy.PolicyValidator.Flaw;
import io.orderjourney.notification.policy.PolicyValidator.Violation;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.IntConsumer;

/** Management's changes of the policy. They rewrite no date that was promised; they make the watch reassess every journey. */
@ApplicationScoped
public class ChangePolicyHandler {

    public static final String TOPIC = "policies";

    /** There is one shop; its policy is one record on the topic. */
    public static final String KEY = "shop";

    private static final Violation INCOMPLETE =
            new Violation("policy", Flaw.MISSING, "something is missing that the policy must say");

    private final PolicyInForce inForce;
    private final CurrentTerms terms;
    private final StateTopics states;
    private final Event<PolicyChanged> changes;
    private final BusinessClock clock;

    ChangePolicyHandler(
            PolicyInForce inForce,
            CurrentTerms terms,
            StateTopics states,
            Event<PolicyChanged> changes,
            BusinessClock clock) {
        this.inForce = inForce;
        this.terms = terms;
        this.states = states;
        this.changes = changes;
        this.clock = clock;
    }

    /** The others learn the policy in force when this service starts, even if nobody ever changed it. */
    @Transactional
    void publish(@Observes StartupEvent started) {
        states.touch(TOPIC, KEY);
    }

    /** A service could not work with it. */
    public static final class InvalidPolicy extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient List<Violation> violations;

        InvalidPolicy(List<Violation> violations) {
            super("The policy is invalid");
            this.violations = List.copyOf(violations);
        }

        public List<Violation> violations() {
            return violations;
        }
    }

    /**
     * Puts a policy in force.
     *
     * @param decidedOn is given the revision that holds, which nobody changes meanwhile, and throws if the change was
     *     decided on another one
     * @param changedBy who decided it; kept with what changed
     * @throws InvalidPolicy with every violation
     */
    @Transactional
    public ShopPolicy change(ShopPolicy wanted, IntConsumer decidedOn, String changedBy) {
        ShopPolicy before = inForce.forChange();
        decidedOn.accept(before.revision());
        ShopPolicy next = wanted.at(before.revision() + 1);
        requireValid(next, before);
        terms.changed(next);
        states.touch(TOPIC, KEY);
        inForce.remember(
                new PastChange(next.revision(), changedBy, clock.instant(), PolicyFields.changes(before, next)));
        changes.fire(new PolicyChanged(next.revision()));
        return next;
    }

    /**
     * Lets a policy pass that all services can work with.
     *
     * @throws InvalidPolicy with every violation
     */
    public void requireValid(ShopPolicy wanted, ShopPolicy before) {
        List<Violation> violations =
                complete(wanted) ? PolicyValidator.violations(wanted, before) : List.of(INCOMPLETE);
        if (!violations.isEmpty()) {
            throw new InvalidPolicy(violations);
        }
    }

    /** Checks the contract, as every service that reads the policy does. */
    private static boolean complete(ShopPolicy policy) {
        try {
            ContractReader.read(EventTypes.SHOP_POLICY_CHANGED, ContractJson.write(policy));
            return true;
        } catch (ContractViolation incomplete) {
            return false;
        }
    }
}
