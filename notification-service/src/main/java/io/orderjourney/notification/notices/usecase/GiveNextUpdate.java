package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.notification.contacts.Contacts;
import io.orderjourney.notification.ledger.Journeys;
import io.orderjourney.notification.notices.InvitingWords;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.notices.Notices;
import io.orderjourney.notification.notices.StaffText;
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
    private final Notices notices;
    private final Journeys journeys;
    private final Contacts contacts;

    GiveNextUpdate(
            Promises promises,
            PromiseBook book,
            NoticePlanner planner,
            Notices notices,
            Journeys journeys,
            Contacts contacts) {
        this.promises = promises;
        this.book = book;
        this.planner = planner;
        this.notices = notices;
        this.journeys = journeys;
        this.contacts = contacts;
    }

    /** The update was given before, or nobody waits for it any more. */
    public static final class AlreadyGiven extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AlreadyGiven() {
            super("The update was given before, or nobody waits for it any more");
        }
    }

    /** Of the text nothing is left that a customer could read. */
    public static final class NothingToSay extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NothingToSay() {
            super("The text has no readable character");
        }
    }

    /** The customer reads text messages, and it does not fit into one. */
    public static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int lengthMax;

        TooLong(int lengthMax) {
            super("The text is longer than " + lengthMax + " characters");
            this.lengthMax = lengthMax;
        }

        public int lengthMax() {
            return lengthMax;
        }
    }

    /** It sends the customer on their way while not everything is there. */
    public static final class NotReady extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String words;

        NotReady(String words) {
            super("The order is not ready, and the text says: " + words);
            this.words = words;
        }

        /** What in the text says so. */
        public String words() {
            return words;
        }
    }

    /**
     * @return the message that is on its way; empty if no such promise is known here
     * @throws AlreadyGiven if the promise is not open any more
     * @throws NothingToSay if nothing of it can be read
     * @throws NotReady if it invites the customer while a gate is closed
     * @throws TooLong if the customer is written text messages, and it does not fit
     */
    @Transactional
    public Optional<Notice> give(UUID promiseId, String written, String actor) {
        String text = StaffText.normalized(written);
        if (text.isEmpty()) {
            throw new NothingToSay();
        }
        Optional<Promise> promise =
                promises.findForChange(promiseId).filter(known -> known.kind().equals(PromiseKind.NEXT_UPDATE));
        return promise.map(known -> {
            if (!known.isOpen()) {
                throw new AlreadyGiven();
            }
            requireTrue(text, known);
            requireFits(text, known);
            Notice notice = planner.send(known.journeyId(), text, known.anchorAt());
            book.keep(known.id(), "message " + notice.number(), actor);
            return notice;
        });
    }

    private void requireTrue(String text, Promise promise) {
        boolean collects = journeys.find(promise.journeyId())
                .filter(journey -> !journey.isInquiry() && !journey.byCourier())
                .isPresent();
        if (collects && notices.readyNow(promise.journeyId()).isEmpty()) {
            InvitingWords.in(text, promise.language()).ifPresent(words -> {
                throw new NotReady(words);
            });
        }
    }

    /** Half of what somebody wanted to say is worse than a shorter text of theirs. */
    private void requireFits(String text, Promise promise) {
        boolean readsTexts = contacts.find(promise.customerId())
                .map(contact -> contact.phone() != null
                        && (contact.email() == null || contact.preferredChannel() == Channel.SMS))
                .orElse(false);
        int lengthMax = StaffText.smsLengthMax(text);
        if (readsTexts && text.length() > lengthMax) {
            throw new TooLong(lengthMax);
        }
    }
}
