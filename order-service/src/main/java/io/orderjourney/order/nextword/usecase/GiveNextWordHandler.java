package io.orderjourney.order.nextword.usecase;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.order.nextword.EarlyNotice;
import io.orderjourney.order.nextword.EarlyNotices;
import io.orderjourney.order.nextword.NextWordPolicy;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.usecase.PromiseBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps SALES' promise of a next update. The message and the news it told of travel on two topics that do not wait for each
 * other, so each of them is looked at when it comes, together with what came before.
 */
@ApplicationScoped
public class GiveNextWordHandler {

    private static final String ACTOR = "policy";

    private final Promises promises;
    private final PromiseBook book;
    private final EarlyNotices notices;
    private final String self;

    GiveNextWordHandler(
            Promises promises,
            PromiseBook book,
            EarlyNotices notices,
            @ConfigProperty(name = "journey.service") String service) {
        this.promises = promises;
        this.book = book;
        this.notices = notices;
        this.self = service;
    }

    /** The customer got a message. */
    @Transactional
    public void told(UUID journeyId, EarlyNotice notice) {
        openWord(journeyId).ifPresent(word -> {
            notices.add(journeyId, notice);
            keepIfGiven(journeyId, word);
        });
    }

    /** Somebody else promised something in this journey. */
    @Transactional
    public void promised(UUID journeyId) {
        openWord(journeyId).ifPresent(word -> keepIfGiven(journeyId, word));
    }

    private Optional<Promise> openWord(UUID journeyId) {
        return promises.of(journeyId).stream()
                .filter(promise -> promise.isOpen()
                        && promise.owner().equals(self)
                        && promise.kind().equals(PromiseKind.NEXT_UPDATE))
                .findFirst();
    }

    private void keepIfGiven(UUID journeyId, Promise word) {
        List<Promise> all = promises.of(journeyId);
        NextWordPolicy.wordGiven(all, notices.of(journeyId), self).ifPresent(notice -> {
            book.keep(word.id(), "notice " + notice.noticeId(), ACTOR);
            notices.forget(journeyId);
        });
    }
}
