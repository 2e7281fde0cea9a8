package io.orderjourney.credit.desk.usecase;

import io.orderjourney.contracts.CallOutcome;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.Applications;
import io.orderjourney.credit.applications.usecase.LogCreditCallHandler;
import io.orderjourney.credit.applications.usecase.LogCreditCallHandler.Call;
import io.orderjourney.credit.appointments.usecase.CustomerAtAppointment;
import io.orderjourney.credit.appointments.usecase.RequestAppointmentHandler;
import io.orderjourney.credit.appointments.usecase.SignAgreementHandler;
import io.orderjourney.credit.bank.usecase.SubmitApplicationHandler;
import io.orderjourney.credit.papers.usecase.CheckInPapersHandler;
import io.orderjourney.credit.papers.usecase.SearchPapersHandler;
import io.orderjourney.credit.roster.usecase.CheckInHandler;
import io.orderjourney.credit.roster.usecase.RecordAbsenceHandler;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a clerk does in one go. Each step takes {@code requireVersion}, which throws if the clerk has seen another version of
 * the application than the one it is given.
 */
@ApplicationScoped
public class CreditDeskHandler {

    private final Applications applications;
    private final LogCreditCallHandler calls;
    private final SubmitApplicationHandler submissions;
    private final CustomerAtAppointment visits;
    private final SignAgreementHandler signatures;
    private final CheckInPapersHandler papers;
    private final SearchPapersHandler searches;
    private final CheckInHandler experts;
    private final RequestAppointmentHandler appointments;
    private final RecordAbsenceHandler absences;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    CreditDeskHandler(
            Applications applications,
            LogCreditCallHandler calls,
            SubmitApplicationHandler submissions,
            CustomerAtAppointment visits,
            SignAgreementHandler signatures,
            CheckInPapersHandler papers,
            SearchPapersHandler searches,
            CheckInHandler experts,
            RequestAppointmentHandler appointments,
            RecordAbsenceHandler absences,
            CurrentTerms terms,
            BusinessClock clock) {
        this.applications = applications;
        this.calls = calls;
        this.submissions = submissions;
        this.visits = visits;
        this.signatures = signatures;
        this.papers = papers;
        this.searches = searches;
        this.experts = experts;
        this.appointments = appointments;
        this.absences = absences;
        this.terms = terms;
        this.clock = clock;
    }

    /** The call left no question open, and the application goes to the bank with it. */
    @Transactional
    public void completeAndSubmit(UUID journeyId, LongConsumer requireVersion, String actor) {
        Application application = forChange(journeyId, requireVersion);
        submissions.handle(calls.handle(application, new Call(CallOutcome.REACHED, true, null), actor), actor);
    }

    /** An application that was completed before goes to the bank. */
    @Transactional
    public void submit(UUID journeyId, LongConsumer requireVersion, String actor) {
        submissions.handle(forChange(journeyId, requireVersion), actor);
    }

    /** A call that completed nothing: nobody answered, or it was the promised update. */
    @Transactional
    public void called(UUID journeyId, CallOutcome outcome, LongConsumer requireVersion, String actor) {
        calls.handle(forChange(journeyId, requireVersion), new Call(outcome, false, null), actor);
    }

    /**
     * The customer wants to be called at another time.
     *
     * @throws io.orderjourney.promises.PromiseRefused if the desk cannot call then, with the next time that it can
     */
    @Transactional
    public void callLater(UUID journeyId, Instant callBackAt, LongConsumer requireVersion, String actor) {
        calls.handle(forChange(journeyId, requireVersion), new Call(CallOutcome.CALL_LATER, false, callBackAt), actor);
    }

    /**
     * The customer signs at another time.
     *
     * @throws io.orderjourney.credit.appointments.Appointment.Refused if no expert is free then, with the next time at which
     *     one is
     */
    @Transactional
    public void signsAt(UUID journeyId, Instant startsAt, LongConsumer requireVersion, String actor) {
        appointments.handle(forChange(journeyId, requireVersion), startsAt, actor);
    }

    /**
     * The customer came to their appointment.
     *
     * @throws io.orderjourney.credit.appointments.Appointment.ExpertNotOnDuty if the expert is not at the pickup point
     */
    @Transactional
    public void arrived(UUID journeyId, LongConsumer requireVersion, String actor) {
        visits.arrived(forChange(journeyId, requireVersion), actor);
    }

    /** @throws io.orderjourney.credit.appointments.Appointment.ExpertNotOnDuty if the expert is not at the pickup point */
    @Transactional
    public void signed(UUID journeyId, String expertId, LongConsumer requireVersion, String actor) {
        signatures.handle(forChange(journeyId, requireVersion), expertId, actor);
    }

    /** The bank's papers are at the pickup point. */
    @Transactional
    public void papersAreHere(UUID journeyId, LongConsumer requireVersion, String actor) {
        papers.handle(forChange(journeyId, requireVersion), actor);
    }

    /** The bank's papers should be at the pickup point and are not. */
    @Transactional
    public void papersAreMissing(UUID journeyId, @Nullable String lastSeen, LongConsumer requireVersion, String actor) {
        searches.handle(forChange(journeyId, requireVersion), lastSeen, actor);
    }

    /**
     * The expert is at the pickup point of this application: for all who come today.
     *
     * @throws io.orderjourney.credit.roster.CheckIn.NotOnRoster if today's roster does not have them there
     */
    @Transactional
    public void expertIsIn(UUID journeyId, String expertId, LongConsumer requireVersion, String actor) {
        // Not locked: the check-in locks the roster first, and many applications follow.
        Application application = applications.ofJourney(journeyId).orElseThrow(Application.NotFound::new);
        requireVersion.accept(application.version());
        experts.handle(expertId, application.pickupPoint(), actor);
    }

    /** The expert does not come today any more: all of their appointments get another expert or another time. */
    @Transactional
    public void expertIsAbsent(UUID journeyId, String expertId, LongConsumer requireVersion, String actor) {
        // Not locked: the absence locks the roster first, and many applications follow.
        Application application = applications.ofJourney(journeyId).orElseThrow(Application.NotFound::new);
        requireVersion.accept(application.version());
        Instant now = clock.instant();
        absences.handle(expertId, now, ReadCreditQueue.endOfDay(now, terms.get()), "reported by " + actor, actor);
    }

    private Application forChange(UUID journeyId, LongConsumer requireVersion) {
        Application application = applications.ofJourneyForChange(journeyId).orElseThrow(Application.NotFound::new);
        requireVersion.accept(application.version());
        return application;
    }
}
