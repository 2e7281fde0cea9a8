package io.orderjourney.credit.appointments.usecase;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.ApplicationStep;
import io.orderjourney.credit.applications.BankRequestKind;
import io.orderjourney.credit.applications.usecase.Recipients;
import io.orderjourney.credit.applications.usecase.StoreDecision;
import io.orderjourney.credit.appointments.Appointment;
import io.orderjourney.credit.appointments.Appointments;
import io.orderjourney.credit.appointments.Appointments.Outcome;
import io.orderjourney.credit.bank.usecase.EnqueueBankRequestHandler;
import io.orderjourney.credit.roster.RosterEntries;
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** The customer signed, with an expert who was there: the bank may send its papers, and they are promised. */
@ApplicationScoped
public class SignAgreementHandler {

    private final StoreDecision decisions;
    private final Appointments appointments;
    private final RosterEntries roster;
    private final OnDuty duty;
    private final PromiseDesk desk;
    private final EnqueueBankRequestHandler enqueue;
    private final BusinessClock clock;

    SignAgreementHandler(
            StoreDecision decisions,
            Appointments appointments,
            RosterEntries roster,
            OnDuty duty,
            PromiseDesk desk,
            EnqueueBankRequestHandler enqueue,
            BusinessClock clock) {
        this.decisions = decisions;
        this.appointments = appointments;
        this.roster = roster;
        this.duty = duty;
        this.desk = desk;
        this.enqueue = enqueue;
        this.clock = clock;
    }

    /**
     * Records the signature.
     *
     * @param application locked for change in this transaction
     * @throws Appointment.ExpertNotOnDuty if the expert is not on today's roster or has not checked in
     */
    @Transactional
    public Application handle(Application application, String expertId, String actor) {
        application.require(ApplicationStep.SIGN);
        roster.lock(application.pickupPoint());
        Instant now = clock.instant();
        if (!duty.attendance(application.pickupPoint(), now).isPresent(expertId, now)) {
            throw new Appointment.ExpertNotOnDuty();
        }
        Application signed = decisions.store(application.signed(expertId, now), actor);
        UUID journeyId = signed.journeyId();
        String evidence = "agreement signed with " + expertId;
        // A customer who signs knows the decision, whatever became of the message, and needs no other update.
        desk.keepOpen(journeyId, PromiseKind.CREDIT_DECISION, evidence, actor);
        desk.keepOpen(journeyId, PromiseKind.SIGNING_APPOINTMENT, evidence, actor);
        desk.keepOpen(journeyId, PromiseKind.NEXT_UPDATE, evidence, actor);
        appointments.ofJourney(journeyId).ifPresent(kept -> appointments.close(kept, Outcome.SIGNED, now));
        desk.makeEarliest(Recipients.of(signed), PromiseKind.BANK_PAPERS, actor);
        enqueue.handle(signed, BankRequestKind.AGREEMENT);
        return signed;
    }
}
