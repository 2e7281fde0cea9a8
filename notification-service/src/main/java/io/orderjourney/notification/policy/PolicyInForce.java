package io.orderjourney.notification.policy;

import io.orderjourney.contracts.state.ShopPolicy;
import java.time.Instant;
import java.util.List;

/** The policy as it is stored, with every change of it, for who changes it. */
public interface PolicyInForce {

    /** Inside this service, in the transaction of the change: another policy is in force. */
    record PolicyChanged(int revision) {}

    /** The policy that holds now; it is locked until this transaction ends. */
    ShopPolicy forChange();

    /**
     * One change; it is kept for good.
     *
     * @param changedBy who decided it
     * @param changes what is another one than before
     */
    record PastChange(int revision, String changedBy, Instant changedAt, List<PolicyFields.Change> changes) {}

    /** Joins the transaction of the change. */
    void remember(PastChange change);

    /** The latest changes first, from before this revision on. */
    List<PastChange> before(int revision, int atMost);
}
