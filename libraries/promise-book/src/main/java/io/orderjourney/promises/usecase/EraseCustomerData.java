package io.orderjourney.promises.usecase;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.erasures.CustomerDataErased;
import io.orderjourney.contracts.erasures.ErasureOfCustomer;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.promises.CustomerErasures;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.UUID;

/** Has everything that holds personal data of a customer erase it; one that cannot ends the transaction, and nothing is confirmed. */
@ApplicationScoped
class EraseCustomerData implements CustomerErasures {

    private final Event<ErasureOfCustomer> holders;
    private final JourneyLog log;
    private final BusinessClock clock;

    EraseCustomerData(Event<ErasureOfCustomer> holders, JourneyLog log, BusinessClock clock) {
        this.holders = holders;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void erase(UUID customerId, String actor) {
        holders.fire(new ErasureOfCustomer(customerId));
        log.append(NewEvent.of(
                EventTypes.CUSTOMER_DATA_ERASED, customerId, new CustomerDataErased(clock.instant()), actor));
    }
}
