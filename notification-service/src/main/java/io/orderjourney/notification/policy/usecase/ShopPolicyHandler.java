package io.orderjourney.notification.policy.usecase;

import io.orderjourney.contracts.ContractJson;
import io.orderjourney.contracts.ContractReader;
import io.orderjourney.contracts.ContractViolation;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.state.ShopPolicy;
import io.orderjourney.messaging.state.StateTopics;
import io.orderjourney.notification.policy.PolicyInForce;
import io.orderjourney.notification.policy.WorkablePolicy;
import io.orderjourney.notification.watch.WatchedJourneys;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.IntConsumer;

/** Management's changes of the policy. They rewrite no date already said; they only make the watch look again. */
@ApplicationScoped
public class ShopPolicyHandler {

    public static final String TOPIC = "policies";

    /** There is one shop; its policy is one record on the topic. */
    public static final String KEY = "shop";

    private static final String INCOMPLETE = "something is missing that the policy must say";

    private final PolicyInForce inForce;
    private final CurrentTerms terms;
    private final StateTopics states;
    private final WatchedJourneys journeys;

    ShopPolicyHandler(PolicyInForce inForce, CurrentTerms terms, StateTopics states, WatchedJourneys journeys) {
        this.inForce = inForce;
        this.terms = terms;
        this.states = states;
        this.journeys = journeys;
    }

    /** The others learn the policy in force when this service starts, even if nobody ever changed it. */
    @Transactional
    void publish(@Observes StartupEvent started) {
        states.touch(TOPIC, KEY);
    }

    /** All services could not work with it. */
    public static final class Unworkable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient List<String> objections;

        Unworkable(List<String> objections) {
            super("The policy cannot be worked with");
            this.objections = List.copyOf(objections);
        }

        public List<String> objections() {
            return objections;
        }
    }

    /**
     * Puts a policy in force.
     *
     * @param decidedOn is given the revision that holds, which nobody changes meanwhile, and throws if the change was
     *     decided on another one
     * @throws Unworkable with everything that stands against it
     */
    @Transactional
    public ShopPolicy change(ShopPolicy wanted, IntConsumer decidedOn) {
        ShopPolicy before = inForce.forChange();
        decidedOn.accept(before.revision());
        ShopPolicy next = new ShopPolicy(
                before.revision() + 1,
                wanted.zone(),
                wanted.holidaysOf(),
                wanted.closures(),
                wanted.desks(),
                wanted.kinds(),
                wanted.quietHours(),
                wanted.mergeWindow(),
                wanted.offerValidFor());
        List<String> objections = complete(next) ? WorkablePolicy.objections(next, before) : List.of(INCOMPLETE);
        if (!objections.isEmpty()) {
            throw new Unworkable(objections);
        }
        terms.changed(next);
        states.touch(TOPIC, KEY);
        journeys.lookAtAllAgain();
        return next;
    }

    /** Asks the contract, as every service that reads the policy will. */
    private static boolean complete(ShopPolicy policy) {
        try {
            ContractReader.read(EventTypes.SHOP_POLICY_CHANGED, ContractJson.write(policy));
            return true;
        } catch (ContractViolation incomplete) {
            return false;
        }
    }
}
