package io.orderjourney.credit.papers.usecase;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.credit.BankPapersAnnounced;
import io.orderjourney.contracts.credit.PapersStatus;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.ApplicationStep;
import io.orderjourney.credit.applications.usecase.PromiseDesk;
import io.orderjourney.credit.papers.PaperTrail;
import io.orderjourney.credit.papers.PaperTrails;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.promises.usecase.PromiseBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The bank says where its papers are. It is passed on as a forecast, never as a fact. */
@ApplicationScoped
public class AnnouncePapersHandler {

    private final PaperTrails trails;
    private final PromiseDesk desk;
    private final PromiseBook book;
    private final JourneyLog log;
    private final String bank;

    AnnouncePapersHandler(
            PaperTrails trails,
            PromiseDesk desk,
            PromiseBook book,
            JourneyLog log,
            @ConfigProperty(name = "journey.partners.bank.name") String bank) {
        this.trails = trails;
        this.desk = desk;
        this.book = book;
        this.log = log;
        this.bank = bank;
    }

    /**
     * Records the bank's word.
     *
     * @param application locked for change in this transaction
     * @param expectedAt when it expects them here; null if it did not say so, or not believably
     * @return false if it was no news
     * @throws io.orderjourney.credit.applications.TransitionRefused if no agreement is signed
     */
    @Transactional
    public boolean handle(Application application, PapersStatus status, @Nullable Instant expectedAt, Instant at) {
        application.require(ApplicationStep.ANNOUNCE_PAPERS);
        PaperTrail trail = trails.of(application.id());
        if (!trail.isNews(status, expectedAt, at)) {
            return false;
        }
        trails.change(trail.announced(status, expectedAt, at));
        log.append(NewEvent.of(
                EventTypes.BANK_PAPERS_ANNOUNCED,
                application.journeyId(),
                new BankPapersAnnounced(application.id(), bank, status, expectedAt, at),
                bank));
        // "Delivered" is no date any more: whether they are here is for our own people to say.
        Instant expected = status == PapersStatus.SENT ? expectedAt : null;
        desk.open(application.journeyId(), PromiseKind.BANK_PAPERS)
                .ifPresent(promise -> book.estimate(promise.id(), expected, ReasonCode.PARTNER_ESTIMATE, bank));
        return true;
    }
}
