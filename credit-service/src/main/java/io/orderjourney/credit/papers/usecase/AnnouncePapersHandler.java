package io.orderjourney.credit.papers.usecase;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.credit.BankReport;
import io.orderjourney.contracts.credit.PapersStatus;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.ApplicationState;
import io.orderjourney.credit.applications.ApplicationStep;
import io.orderjourney.credit.applications.usecase.StoreDecision;
import io.orderjourney.credit.papers.PaperTrail;
import io.orderjourney.credit.papers.PaperTrails;
import io.orderjourney.promises.Decision;
import io.orderjourney.promises.usecase.PromiseDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The bank reports where its papers are. It is passed on as an estimate, never as a fact. */
@ApplicationScoped
public class AnnouncePapersHandler {

    private final PaperTrails trails;
    private final PromiseDesk desk;
    private final StoreDecision decisions;
    private final String bank;

    AnnouncePapersHandler(
            PaperTrails trails,
            PromiseDesk desk,
            StoreDecision decisions,
            @ConfigProperty(name = "journey.partners.bank.name") String bank) {
        this.trails = trails;
        this.desk = desk;
        this.decisions = decisions;
        this.bank = bank;
    }

    /**
     * Records the bank's report; of an application that is closed, only that it came.
     *
     * @param application locked for change in this transaction
     * @param expectedAt when it expects them here; null if it did not say so, or not plausibly
     * @return false if it was not newsworthy
     * @throws Application.TransitionRefused if no agreement is signed yet
     */
    @Transactional
    public boolean handle(Application application, PapersStatus status, @Nullable Instant expectedAt, Instant at) {
        boolean late = application.state() == ApplicationState.CLOSED;
        if (!late) {
            application.require(ApplicationStep.ANNOUNCE_PAPERS);
        }
        Decision<PaperTrail> announced = trails.of(application.id()).announced(bank, status, expectedAt, at);
        if (!announced.isChange()) {
            return false;
        }
        trails.change(announced.state());
        if (late) {
            BankReport report = status == PapersStatus.SENT ? BankReport.PAPERS_SENT : BankReport.PAPERS_DELIVERED;
            Decision<PaperTrail> recorded =
                    Decision.of(announced.state(), application.lateReport(bank, report, null, at));
            decisions.append(recorded, application.journeyId(), bank, null);
            return true;
        }
        decisions.append(announced, application.journeyId(), bank, null);
        // "Delivered" is no date: only our own people can say that the papers are here.
        Instant expected = status == PapersStatus.SENT ? expectedAt : null;
        desk.open(application.journeyId(), PromiseKind.BANK_PAPERS)
                .ifPresent(promise -> desk.estimate(promise.id(), expected, ReasonCode.PARTNER_ESTIMATE, bank));
        return true;
    }
}
