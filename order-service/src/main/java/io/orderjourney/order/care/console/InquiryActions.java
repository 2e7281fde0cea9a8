package io.orderjourney.order.care.console;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.Viewer;
import io.orderjourney.contracts.Desk;
import io.orderjourney.order.inquiries.Entry;
import io.orderjourney.order.inquiries.Inquiry;
import io.orderjourney.order.inquiries.ReplyPolicy;
import io.orderjourney.order.inquiries.ToneCheck;
import io.orderjourney.order.inquiries.usecase.ReadInquiries;
import io.orderjourney.order.inquiries.usecase.ReplyHandler;
import io.orderjourney.promises.DecidedBy;
import io.orderjourney.promises.ManagerApprovalRequired;
import io.orderjourney.promises.PromiseRefused;
import io.orderjourney.promises.Wording;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.access.Roles;
import io.orderjourney.rest.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a clerk does with a question: answers it, says when the answer comes, or hands it over to the desk that knows. */
@ApplicationScoped
class InquiryActions {

    static final String ANSWER = "answer";
    static final String PUT_OFF = "put-off";
    static final String HAND_OVER = "hand-over";

    static final Set<String> NAMES = Set.of(ANSWER, PUT_OFF, HAND_OVER);

    private final ReplyHandler replies;
    private final ReadInquiries inquiries;
    private final CurrentTerms terms;

    InquiryActions(ReplyHandler replies, ReadInquiries inquiries, CurrentTerms terms) {
        this.replies = replies;
        this.inquiries = inquiries;
        this.terms = terms;
    }

    /** Does it, and says what was done; a refusal names the words or the time that it is about. */
    String act(
            UUID journeyId,
            String action,
            Map<String, String> form,
            String version,
            Viewer viewer,
            ConsoleTexts texts) {
        String actor = viewer.actor();
        LongConsumer seen = current -> {
            if (!String.valueOf(current).equals(version)) {
                throw Problem.of(412, "changed-meanwhile", texts.say("refused.changed"));
            }
        };
        try {
            switch (action) {
                case ANSWER -> {
                    checkTone(journeyId, form, texts);
                    replies.answer(journeyId, form.getOrDefault("text", ""), seen, actor);
                }
                case PUT_OFF ->
                    replies.putOff(
                            journeyId,
                            form.getOrDefault("text", ""),
                            interim(form, texts),
                            viewer.roles().contains(Roles.MANAGEMENT) ? DecidedBy.MANAGER : DecidedBy.DESK,
                            seen,
                            actor);
                default -> replies.handOver(journeyId, desk(form.get("desk"), texts), note(form), seen, actor);
            }
        } catch (Inquiry.AlreadyAnswered answered) {
            throw Problem.conflict("inquiry-answered", texts.say("refused.answered"));
        } catch (ReplyPolicy.SendsAway sendsAway) {
            throw Problem.unprocessable("reply-sends-away", texts.say("refused.sends-away"));
        } catch (ReplyPolicy.NotAnAnswer nothing) {
            throw Problem.unprocessable("reply-empty", texts.say("refused.empty"));
        } catch (ReplyPolicy.ApologyMissing noApology) {
            throw Problem.unprocessable("apology-missing", texts.say("refused.apology"));
        } catch (ReplyHandler.TooFar tooFar) {
            throw Problem.unprocessable(
                    "answer-too-late", texts.say("refused.too-far", moment(tooFar.latestAt(), texts)));
        } catch (ManagerApprovalRequired managers) {
            throw Problem.conflict("manager-approval-required", texts.say("refused.manager"));
        } catch (PromiseRefused refused) {
            throw Problem.conflict(
                    "promise-refused", texts.say("refused.answer-time", moment(refused.nextPossibleAt(), texts)));
        }
        return texts.say("done." + action);
    }

    private void checkTone(UUID journeyId, Map<String, String> form, ConsoleTexts texts) {
        if ("send".equals(form.get("tone"))) {
            return;
        }
        String language = inquiries
                .of(journeyId)
                .map(thread -> thread.inquiry().language())
                .orElse("");
        String words = ToneCheck.of(form.getOrDefault("text", ""), language).stream()
                .map(finding -> "“" + finding.words() + "” (" + texts.of("fault", finding.fault()) + ")")
                .collect(Collectors.joining(", "));
        if (!words.isEmpty()) {
            throw Problem.unprocessable("tone", texts.say("refused.tone", words));
        }
    }

    private static ReplyHandler.Interim interim(Map<String, String> form, ConsoleTexts texts) {
        try {
            return new ReplyHandler.Interim(
                    Instant.parse(form.getOrDefault("at", "")),
                    Entry.WaitsFor.valueOf(form.getOrDefault("waits", "")),
                    blankToNull(form.get("asked")));
        } catch (DateTimeParseException | IllegalArgumentException noChoice) {
            throw Problem.unprocessable("no-time", texts.say("refused.no-time"));
        }
    }

    private static Desk desk(@Nullable String name, ConsoleTexts texts) {
        try {
            return Desk.valueOf(name == null ? "" : name);
        } catch (IllegalArgumentException unknown) {
            throw Problem.unprocessable("no-desk", texts.say("refused.no-time"));
        }
    }

    private static @Nullable String note(Map<String, String> form) {
        return blankToNull(form.get("note"));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private String moment(Instant at, ConsoleTexts texts) {
        return Wording.moment(at, terms.get().zone(), texts.language());
    }
}
