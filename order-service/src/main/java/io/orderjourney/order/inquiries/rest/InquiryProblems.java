package io.orderjourney.order.inquiries.rest;

import io.orderjourney.order.inquiries.Correction;
import io.orderjourney.order.inquiries.Inquiry;
import io.orderjourney.order.inquiries.Repair;
import io.orderjourney.order.inquiries.ReplyPolicy;
import io.orderjourney.order.inquiries.usecase.ReceiveInquiryHandler;
import io.orderjourney.order.inquiries.usecase.ReplyHandler;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.problem.FieldError;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.format.DateTimeFormatter;
import java.util.Objects;

/** The problem of each refusal of this feature. */
@ApplicationScoped
class InquiryProblems {

    @Produces
    @Singleton
    ProblemMapping<Inquiry.NotFound> notFound() {
        return ProblemMapping.of(
                Inquiry.NotFound.class, refused -> Problem.notFound("inquiry-not-found", "There is no such inquiry."));
    }

    @Produces
    @Singleton
    ProblemMapping<Inquiry.AlreadyAnswered> answered() {
        return ProblemMapping.of(
                Inquiry.AlreadyAnswered.class, refused -> Problem.conflict("inquiry-answered", text(refused)));
    }

    @Produces
    @Singleton
    ProblemMapping<Inquiry.WaitsForGoods> waitsForGoods() {
        return ProblemMapping.of(
                Inquiry.WaitsForGoods.class, refused -> Problem.conflict("inquiry-waits-for-goods", text(refused)));
    }

    @Produces
    @Singleton
    ProblemMapping<ReceiveInquiryHandler.TopicUnknown> topicUnknown() {
        return ProblemMapping.of(
                ReceiveInquiryHandler.TopicUnknown.class,
                refused -> Problem.validation(FieldError.at("/topic", "topic-unknown", "See GET /inquiry-topics.")));
    }

    @Produces
    @Singleton
    ProblemMapping<ReplyPolicy.SendsAway> sendsAway() {
        return ProblemMapping.of(
                ReplyPolicy.SendsAway.class, refused -> unprocessable("reply-sends-away", refused, "/text"));
    }

    @Produces
    @Singleton
    ProblemMapping<ReplyPolicy.NotAnAnswer> notAnAnswer() {
        return ProblemMapping.of(
                ReplyPolicy.NotAnAnswer.class, refused -> unprocessable("reply-empty", refused, "/text"));
    }

    @Produces
    @Singleton
    ProblemMapping<ReplyPolicy.ApologyMissing> apologyMissing() {
        return ProblemMapping.of(
                ReplyPolicy.ApologyMissing.class, refused -> unprocessable("apology-missing", refused, "/text"));
    }

    @Produces
    @Singleton
    ProblemMapping<ReplyHandler.TooFar> tooFar(CurrentTerms terms) {
        return ProblemMapping.of(
                ReplyHandler.TooFar.class,
                refused -> unprocessable("answer-too-late", refused, "/interim/answerDueAt")
                        .with(
                                "latestPossibleAt",
                                refused.latestAt()
                                        .atZone(terms.get().zone())
                                        .toOffsetDateTime()
                                        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)));
    }

    @Produces
    @Singleton
    ProblemMapping<Correction.AlreadyPromised> alreadyPromised() {
        return ProblemMapping.of(
                Correction.AlreadyPromised.class, refused -> Problem.conflict("already-promised", text(refused)));
    }

    @Produces
    @Singleton
    ProblemMapping<Inquiry.NotARepair> notARepair() {
        return ProblemMapping.of(
                Inquiry.NotARepair.class, refused -> Problem.notFound("inquiry-not-found", "There is no such repair."));
    }

    @Produces
    @Singleton
    ProblemMapping<Repair.Refused> repairRefused() {
        return ProblemMapping.of(Repair.Refused.class, refused -> Problem.conflict("repair-refused", text(refused)));
    }

    @Produces
    @Singleton
    ProblemMapping<Repair.NotBoughtHere> notBoughtHere() {
        return ProblemMapping.of(
                Repair.NotBoughtHere.class, refused -> unprocessable("not-bought-here", refused, "/orderNumber"));
    }

    private static Problem unprocessable(String code, RuntimeException refused, String pointer) {
        return Problem.unprocessable(code, text(refused), FieldError.at(pointer, code, text(refused)));
    }

    private static String text(RuntimeException refused) {
        return Objects.requireNonNullElse(refused.getMessage(), "Refused");
    }
}
