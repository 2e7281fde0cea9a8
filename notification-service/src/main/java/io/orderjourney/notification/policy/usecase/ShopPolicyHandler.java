package io.orderjourney.notification.policy.usecase;

import io.orderjourney.contracts.state.ShopPolicy;
import io.orderjourney.messaging.StateTopics;
import io.orderjourney.notification.watch.WatchedJourneys;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

/** Management's changes of the policy. They rewrite no date already said; they only make the watch look again. */
@ApplicationScoped
public class ShopPolicyHandler {

    public static final String TOPIC = "policies";

    /** There is one shop; its policy is one record on the topic. */
    public static final String KEY = "shop";

    private final CurrentTerms terms;
    private final StateTopics states;
    private final WatchedJourneys journeys;

    ShopPolicyHandler(CurrentTerms terms, StateTopics states, WatchedJourneys journeys) {
        this.terms = terms;
        this.states = states;
        this.journeys = journeys;
    }

    /** The others learn the policy in force when this service starts, even if nobody ever changed it. */
    @Transactional
    void publish(@Observes StartupEvent started) {
        states.touch(TOPIC, KEY);
    }

    /**
     * Puts a policy in force.
     *
     * @throws IllegalArgumentException if it cannot be worked with: an unknown zone, unreadable hours, a kind without desk
     */
    @Transactional
    public ShopPolicy change(ShopPolicy wanted) {
        ShopPolicy next = new ShopPolicy(
                terms.get().policy().revision() + 1,
                wanted.zone(),
                wanted.holidaysOf(),
                wanted.closures(),
                wanted.desks(),
                wanted.kinds(),
                wanted.night(),
                wanted.mergeWindow(),
                wanted.offerValidFor());
        ShopTerms readable = new ShopTerms(next);
        next.kinds().values().forEach(kind -> readable.calendar(kind.desk()));
        terms.changed(next);
        states.touch(TOPIC, KEY);
        journeys.lookAtAllAgain();
        return next;
    }
}
