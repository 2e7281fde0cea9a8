package io.orderjourney.journeytests.story;

import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Shop;
import java.time.Duration;
import java.time.Instant;

/**
 * A customer asks when a phone is there again, and only the wholesaler knows. They read at once by when the answer comes; before that
 * time passes, that it needs until Wednesday; a word in between; and then the answer itself.
 */
final class QuestionStory extends ShortStory {

    private static final String SALES = "sales";
    private static final String UPDATE = "The wholesaler has our question and looks at the next delivery.";

    QuestionStory(Shop shop, Checks checks) {
        super(shop, checks, "asks.before", "+48600700871");
    }

    @Override
    public void play() {
        begin(0);
        Dialogue question = writes("inquiries", "STOCK", "When will you have the Phone S5 again?");
        isAbout(question.id());
        Instant answerBy = question.dueAt("INQUIRY_REPLY");
        itIsAcknowledged(answerBy);
        aLinkIsNoAnswer(question);
        itNeedsTwoDays(question, answerBy);
        aWordInBetween(question);
        itIsAnswered(question);
    }

    private void itIsAcknowledged(Instant answerBy) {
        passUntilTold("We have your question", 1);
        checks.that(
                last("We have your question").text().contains("We will answer you by"),
                "the acknowledgement said by when the answer comes");
        checks.that(!answerBy.isAfter(timeline.at(2, 9, 30)), "a word is owed within one business day");
    }

    private void aLinkIsNoAnswer(Dialogue question) {
        Shop.Response refused = question.reply(SALES, "https://shop.example/phones/s5");
        checks.that(
                refused.status() == 422 && refused.body().path("code").asText().equals("reply-sends-away"),
                "a reply that is only a link was refused");
        checks.that(question.isOpen(), "the customer is still owed the answer");
    }

    private void itNeedsTwoDays(Dialogue question, Instant answerBy) {
        timeline.passUntil(timeline.at(1, 11, 0));
        Instant wednesday = timeline.at(3, 12, 0);
        question.putOff(SALES, "We have asked the wholesaler when the Phone S5 comes.", wednesday)
                .ok();
        passUntilTold("Our answer needs a little longer", 1);
        checks.that(shop.now().isBefore(answerBy), "the new date was told before the old one passed");
        String text = last("Our answer needs a little longer").text();
        checks.that(
                text.contains("12:00 on Wednesday") && text.contains("asked the wholesaler"),
                "the interim reply named the new date, and why");
        checks.that(question.dueAt("INQUIRY_REPLY").equals(wednesday), "the answer is promised for that date");
        checks.that(
                question.dueAt("NEXT_UPDATE").isBefore(wednesday.minus(Duration.ofDays(1))),
                "a word is promised before, so that the wait is not silent");
    }

    private void aWordInBetween(Dialogue question) {
        timeline.passUntil(question.dueAt("NEXT_UPDATE").minus(Duration.ofHours(2)));
        shop.post(
                        SALES,
                        "/notification-service/api/v1/next-updates/"
                                + question.promise("NEXT_UPDATE").path("id").asText(),
                        "{\"text\":\"%s\"}".formatted(UPDATE))
                .ok();
        timeline.passUntil(shop.now().plus(Duration.ofMinutes(30)));
        checks.that(wasWritten(UPDATE), "the word in between reached the customer");
        checks.that(question.promise("NEXT_UPDATE").hasNonNull("keptAt"), "it kept the promise of an update");
    }

    private void itIsAnswered(Dialogue question) {
        timeline.passUntil(timeline.at(3, 10, 30));
        question.reply(SALES, "The Phone S5 is on our shelves again on Friday from 10:00.")
                .ok();
        passUntilTold("Our answer: your case", 1);
        String answer = last("Our answer: your case").text();
        checks.that(answer.contains("again on Friday"), "the answer itself stands in the message");
        checks.that(answer.contains("Does this settle it for you?"), "the customer is asked whether it settles it");
        checks.that(!question.isOpen(), "the question is answered");
        timeline.passUntil(shop.now().plus(Duration.ofDays(1)));
        checkTasks();
    }
}
