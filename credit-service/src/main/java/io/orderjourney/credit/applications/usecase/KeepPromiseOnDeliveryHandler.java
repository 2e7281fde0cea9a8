package io.orderjourney.credit.applications.usecase;

import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.inbound.BankDecision;
import io.orderjourney.contracts.notices.CustomerTold;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.Applications;
import io.orderjourney.credit.applications.CreditDecision;
import io.orderjourney.promises.usecase.PromiseDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;

/** A decision that the customer does not know is no decision to them: the promise is kept when they were told. */
@ApplicationScoped
public class KeepPromiseOnDeliveryHandler {

    private static final Set<NoticeSubject> OURS =
            Set.of(NoticeSubject.CREDIT_APPROVED, NoticeSubject.CREDIT_REFUSED, NoticeSubject.APPOINTMENT_BOOKED);

    private final Applications applications;
    private final PromiseDesk desk;

    KeepPromiseOnDeliveryHandler(Applications applications, PromiseDesk desk) {
        this.applications = applications;
        this.desk = desk;
    }

    @Transactional
    public void handle(UUID journeyId, CustomerTold told) {
        if (told.subjects().stream().anyMatch(OURS::contains)) {
            applications.ofJourneyForChange(journeyId).ifPresent(application -> keep(application, told));
        }
    }

    private void keep(Application application, CustomerTold told) {
        String evidence = "notice " + told.noticeId();
        CreditDecision decision = application.decision();
        if (decision != null && told.subjects().contains(subjectOf(decision))) {
            desk.keepOpen(application.journeyId(), PromiseKind.CREDIT_DECISION, evidence, Actors.POLICY);
        }
        boolean appointmentStands = desk.open(application.journeyId(), PromiseKind.SIGNING_APPOINTMENT)
                .isPresent();
        if (appointmentStands && told.subjects().contains(NoticeSubject.APPOINTMENT_BOOKED)) {
            desk.keepOpen(application.journeyId(), PromiseKind.NEXT_UPDATE, evidence, Actors.POLICY);
        }
    }

    private static NoticeSubject subjectOf(CreditDecision decision) {
        return decision.outcome() == BankDecision.APPROVED
                ? NoticeSubject.CREDIT_APPROVED
                : NoticeSubject.CREDIT_REFUSED;
    }
}
