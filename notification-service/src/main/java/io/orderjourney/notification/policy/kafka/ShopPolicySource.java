package io.orderjourney.notification.policy.kafka;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.messaging.state.StateSource;
import io.orderjourney.notification.policy.usecase.ChangePolicyHandler;
import io.orderjourney.promises.usecase.CurrentTerms;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;

/** The policy in force, for the compacted topic. */
@ApplicationScoped
class ShopPolicySource implements StateSource {

    private final CurrentTerms terms;

    ShopPolicySource(CurrentTerms terms) {
        this.terms = terms;
    }

    @Override
    public EventType<?> type() {
        return EventTypes.SHOP_POLICY_CHANGED;
    }

    @Override
    public Map<String, Object> current(Collection<String> keys) {
        return keys.contains(ChangePolicyHandler.KEY)
                ? Map.of(ChangePolicyHandler.KEY, terms.get().policy())
                : Map.of();
    }
}
