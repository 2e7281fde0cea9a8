package io.orderjourney.notification.policy;

import io.orderjourney.contracts.state.ShopPolicy;

/** The policy as it is stored, for who changes it. */
public interface PolicyInForce {

    /** Inside this service, in the transaction of the change: another policy is in force. */
    record PolicyChanged(int revision) {}

    /** The policy that holds now; nobody else changes it until this transaction ends. */
    ShopPolicy forChange();
}
