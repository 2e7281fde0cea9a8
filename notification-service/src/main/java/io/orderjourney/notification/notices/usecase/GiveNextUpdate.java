package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.usecase.PromiseBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Staff give a next update that was promised: it is sent to the customer, and the promise is kept. */
@ApplicationScoped
public class GiveNextUpdate {

    private final Promises promises;
    private final PromiseBook book;
    private final NoticePlanner planner;

    GiveNextUpdate(Promises promises, PromiseBook book, NoticePlanner planner) {
        this.promises = promises;
        this.book = book;
        this.planner = planner;
    }

    /** The update was given before, or nobody waits for it any more. */
    public static final class AlreadyGiven extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AlreadyGiven() {
            super("The update was given before, or nobody waits for it any more");
        }
    }

    /**
     * @return the message that is on its way; empty if no such promise is known here
     * @throws AlreadyGiven if the promise is not open any more
     */
    @Transactional
    public Optional<Notice> give(UUID promiseId, String text, String actor) {
        Optional<Promise> promise =
                promises.findForChange(promiseId).filter(known -> known.kind().equals(PromiseKind.NEXT_UPDATE));
        return promise.map(known -> {
            if (!known.isOpen()) {
                throw new AlreadyGiven();
            }
            Notice notice = planner.send(known.journeyId(), text, known.anchorAt());
            book.keep(known.id(), "message " + notice.number(), actor);
            return notice;
        });
    }
}
