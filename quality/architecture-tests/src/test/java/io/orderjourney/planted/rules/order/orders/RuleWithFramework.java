package io.orderjourney.planted.rules.order.orders;

import jakarta.inject.Inject;

class RuleWithFramework {
    @Inject
    RuleWithFramework() {}
}
