package io.orderjourney.credit.applications.usecase;

import io.orderjourney.credit.applications.Application;
import io.orderjourney.promises.usecase.PromiseDesk.Recipient;

/** To whom the credit desk promises something. */
public final class Recipients {

    private Recipients() {}

    public static Recipient of(Application application) {
        return new Recipient(application.journeyId(), application.customerId(), application.language());
    }
}
