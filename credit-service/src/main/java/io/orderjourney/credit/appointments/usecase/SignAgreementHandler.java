package io.orderjourney.credit.appointments.usecase;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.credit.AgreementSigned;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.ApplicationStep;
import io.orderjourney.credit.applications.Applications;
import io.orderjourney.credit.applications.usecase.PromiseDesk;
import io.orderjourney.credit.appointments.Appointments;
import io.orderjourney.credit.appointments.Appointments.Outcome;
import io.orderjourney.credit.appointments.ExpertNotThere;
import io.orderjourney.credit.bank.BankRequestKind;
import io.orderjourney.credit.bank.usecase.EnqueueBankRequestHandler;
import io.orderjourney.credit.roster.RosterEntries;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** The customer signed, with an expert who was there: the bank may send its papers, and they are promised. */
@ApplicationScoped
public class SignAgreementHandler {

    private final Applications applications;
    private final Appointments appointments;
    private final RosterEntries roster;
    private final OnDuty duty;
    private final PromiseDesk desk;
    private final EnqueueBankRequestHandler tellBank;
    private final JourneyLog log;
    private final BusinessClock clock;

    SignAgreementHandler(
            Applications applications,
            Appointments appointments,
            RosterEntries roster,
            OnDuty duty,
            PromiseDesk desk,
            EnqueueBankRequestHandler tellBank,
            JourneyLog log,
            BusinessClock clock) {
        this.applications = applications;
        this.appointments = appointments;
        this.roster = roster;
        this.duty = duty;
        this.desk = desk;
        this.tellBank = tellBank;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Records the signature.
     *
     * @param application locked for change in this transaction
     * @throws ExpertNotThere if the expert is not on today's roster or has not checked in
     */
    @Transactional
    public Application handle(Application application, String expertId, String actor) {
        application.require(ApplicationStep.SIGN);
        roster.hold(application.pickupPoint());
        Instant now = clock.instant();
        if (!duty.attendance(application.pickupPoint(), now).isPresent(expertId, now)) {
            throw new ExpertNotThere();
        }
        Application signed = applications.change(application.signed(expertId, now));
        UUID journeyId = signed.journeyId();
        log.append(NewEvent.of(
                EventTypes.AGREEMENT_SIGNED, journeyId, new AgreementSigned(signed.id(), expertId, now), actor));
        String evidence = "agreement signed with " + expertId;
        // Who signs knows the decision, whatever became of the message, and needs no other word.
        desk.keep(journeyId, PromiseKind.CREDIT_DECISION, evidence, actor);
        desk.keep(journeyId, PromiseKind.SIGNING_APPOINTMENT, evidence, actor);
        desk.keep(journeyId, PromiseKind.NEXT_UPDATE, evidence, actor);
        appointments.ofJourney(journeyId).ifPresent(kept -> appointments.close(kept, Outcome.SIGNED, now));
        desk.earliest(signed, PromiseKind.BANK_PAPERS, actor);
        tellBank.handle(signed, BankRequestKind.AGREEMENT);
        return signed;
    }
}
