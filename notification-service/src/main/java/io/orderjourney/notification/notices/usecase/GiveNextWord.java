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

/** A person gives the word that was promised: it goes out to the customer, and the promise is kept. */
@ApplicationScoped
public class GiveNextWord {

    private final Promises promises;
    private final PromiseBook book;
    private final PlanNotices plan;

    GiveNextWord(Promises promises, PromiseBook book, PlanNotices plan) {
        this.promises = promises;
        this.book = book;
        this.plan = plan;
    }

    /** The word was given before, or nobody waits for it any more. */
    public static final class WordGiven extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WordGiven() {
            super("The word was given before, or nobody waits for it any more");
        }
    }

    /**
     * @return the message that is on its way; empty if no such promise is known here
     * @throws WordGiven if the promise is not open any more
     */
    @Transactional
    public Optional<Notice> give(UUID promiseId, String text, String actor) {
        Optional<Promise> promise =
                promises.findForChange(promiseId).filter(known -> known.kind().equals(PromiseKind.NEXT_UPDATE));
        return promise.map(known -> {
            if (!known.isOpen()) {
                throw new WordGiven();
            }
            Notice notice = plan.say(known.journeyId(), text, known.anchorAt());
            book.keep(known.id(), "message " + notice.number(), actor);
            return notice;
        });
    }
}
