package io.orderjourney.notification.messages.text;

import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.notification.messages.MessageContent;
import io.orderjourney.notification.messages.MessageContent.DateShift;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The short form of a message: its sentences in the order of their weight, the link to the customer's page, and the phone. */
final class SmsMessage {

    private static final Set<NoticeSubject> SAID_BY_STAFF =
            EnumSet.of(NoticeSubject.NEXT_UPDATE, NoticeSubject.INQUIRY_UPDATE, NoticeSubject.INQUIRY_ANSWERED);

    private final MessageContent content;
    private final Texts texts;
    private final @Nullable NoticeSubject main;
    private final List<String> sentences = new ArrayList<>();
    private final String end;
    private int beforeDates;

    /** @param latest the latest step of the journey among the news; null if there is none */
    SmsMessage(MessageContent content, Texts texts, @Nullable NoticeSubject latest) {
        this.content = content;
        this.texts = texts;
        this.main =
                content.news().contains(NoticeSubject.READINESS_WITHDRAWN) ? NoticeSubject.READINESS_WITHDRAWN : latest;
        String link = content.answerLink() == null ? "" : " " + content.answerLink();
        this.end = link + " " + texts.get("sms.call", Texts.phone(content.phone()), content.number());
        write();
    }

    String text() {
        return SmsText.fit(sentences, end);
    }

    /** How many of the new dates have a place in it. */
    int datesTold() {
        int whole = SmsText.whole(sentences, end) - beforeDates;
        return Math.max(0, Math.min(whole, content.newDates().size()));
    }

    private void write() {
        boolean stop = main == NoticeSubject.READINESS_WITHDRAWN;
        if (main != null && stop) {
            sentences.add(news(main));
        }
        if (content.tellsDelay() && content.apology()) {
            sentences.add(texts.get(
                    "sms.sorry", QuteMessageRenderer.delays(content), QuteMessageRenderer.whatChanged(content)));
        }
        content.newDates().stream()
                .filter(date -> date.shift() == DateShift.NOT_REACHED)
                .findFirst()
                .ifPresent(date -> sentences.add(texts.get("sms.notReached", texts.calls(date.calledAt()))));
        beforeDates = sentences.size();
        content.newDates()
                .forEach(date -> sentences.add((sentences.isEmpty() ? texts.inside(date.told()) : date.told()) + "."));
        if (main != null && !stop) {
            sentences.add(news(main));
        }
        if (content.news().stream().anyMatch(QuteMessageRenderer::isTurn)) {
            content.turns()
                    .forEach(turn ->
                            sentences.add(texts.get("sms.turn." + turn.reason().name(), turn.until())));
        }
        for (int index = 1; index < sentences.size(); index++) {
            sentences.set(index, texts.sentence(sentences.get(index)));
        }
        if (sentences.isEmpty()) {
            sentences.add(order());
        } else {
            sentences.set(0, order() + " " + sentences.get(0));
        }
    }

    private String order() {
        boolean agreed = main == null
                && !content.newDates().isEmpty()
                && content.newDates().stream().allMatch(date -> date.shift() == DateShift.AGREED);
        return texts.get(agreed ? "sms.order.agreed" : "sms.order", content.orderNumber());
    }

    private String news(NoticeSubject subject) {
        String freeText = content.freeText();
        JourneyEnd ended = content.end();
        if (ended != null && subject == NoticeSubject.JOURNEY_ENDED) {
            return texts.get("sms.end." + ended.name());
        }
        if (subject == NoticeSubject.READINESS_WITHDRAWN) {
            // The next time at which it is worth to come, as it is promised.
            String next = firstPromise().isEmpty() ? texts.get("sms.untilReady") : firstPromise();
            return texts.get("sms.READINESS_WITHDRAWN", pickupPoint(), next);
        }
        if (SAID_BY_STAFF.contains(subject) && freeText != null) {
            return freeText;
        }
        if (subject == NoticeSubject.PROBABLY_LATER) {
            return content.doubts().stream()
                    .map(doubt -> texts.get("sms.PROBABLY_LATER", texts.inside(doubt.told()), doubt.certain()))
                    .collect(Collectors.joining(" "));
        }
        String said = texts.get(
                        "sms." + subject.name() + QuteMessageRenderer.variant(subject, content),
                        pickupPoint(),
                        firstPromise(),
                        content.code(),
                        newTotal(),
                        content.goods())
                .strip();
        // An apology is followed by what the shop adds to it.
        return subject == NoticeSubject.APOLOGY && freeText != null ? said + " " + freeText : said;
    }

    private String newTotal() {
        MessageContent.Changed changed = content.changed();
        Money total = changed == null ? null : changed.total();
        return total == null ? "" : texts.money(total);
    }

    /** When an update without a text of staff is followed by the next, when the appointment is, until when the goods wait. */
    private String firstPromise() {
        return content.promised().stream().findFirst().map(told -> told + ".").orElse("");
    }

    /** A short message has no room for the address. */
    private String pickupPoint() {
        return QuteMessageRenderer.pickupPoint(content).split(",", 2)[0];
    }
}
