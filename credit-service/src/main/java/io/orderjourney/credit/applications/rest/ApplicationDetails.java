package io.orderjourney.credit.applications.rest;

import io.orderjourney.credit.applications.Application;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What another feature knows of an application. Applications do not know the features that build on them: each of these
 * implements its own part, and {@link ApplicationResponses} puts the parts together.
 */
public interface ApplicationDetails {

    /** What the bank was or will be told, in order. */
    default List<ApplicationView.BankRequestView> bankRequests(Application application, ZoneId zone) {
        return List.of();
    }

    /** When the customer signs, if that is agreed. */
    default Optional<ApplicationView.AppointmentView> appointment(Application application, ZoneId zone) {
        return Optional.empty();
    }

    /** Where the bank's papers are, once the agreement is signed. */
    default Optional<ApplicationView.PapersView> papers(Application application, ZoneId zone) {
        return Optional.empty();
    }
}
