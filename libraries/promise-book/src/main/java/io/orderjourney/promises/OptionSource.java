package io.orderjourney.promises;

import io.orderjourney.contracts.PromiseKind;
import java.util.List;

/** An owner that answers for one kind with more than the policy knows: stock, a supplier's ETA, a roster. */
public interface OptionSource {

    PromiseKind kind();

    /**
     * The options, earliest first; empty if nothing can be promised.
     *
     * @throws PromiseRefused if the requested time is impossible
     */
    List<PromiseOption> options(OptionQuestion question);
}
