package io.orderjourney.credit.applications.usecase;

import io.orderjourney.contracts.promises.PromiseRescheduled;
import io.orderjourney.promises.Estimate;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/**
 * The watch rescheduled a promise because nothing came. If the bank had estimated a time that is over by now, that estimate
 * expires: what depends on the promise must not be predicted as if it could come true at any minute.
 */
@ApplicationScoped
public class ExpireStaleEstimateHandler {

    private final Promises promises;
    private final PromiseDesk desk;
    private final BusinessClock clock;

    ExpireStaleEstimateHandler(Promises promises, PromiseDesk desk, BusinessClock clock) {
        this.promises = promises;
        this.desk = desk;
        this.clock = clock;
    }

    @Transactional
    public void handle(PromiseRescheduled rescheduled) {
        if (!rescheduled.bySystem()) {
            return;
        }
        Optional<Promise> ours = promises.findForChange(rescheduled.promiseId())
                .filter(promise -> promise.isOpen() && desk.isOurs(promise));
        Estimate estimate = ours.map(Promise::estimate).orElse(null);
        if (estimate != null && !estimate.expectedAt().isAfter(clock.instant())) {
            desk.estimate(rescheduled.promiseId(), null, estimate.reason(), Actors.POLICY);
        }
    }
}
