package io.orderjourney.notification.incidents.usecase;

import io.orderjourney.contracts.Channel;
import io.orderjourney.notification.incidents.CallOut;
import io.orderjourney.notification.incidents.Incident;
import io.orderjourney.notification.incidents.IncidentEntry;
import io.orderjourney.notification.incidents.IncidentPlan;
import io.orderjourney.notification.incidents.IncidentTexts;
import io.orderjourney.notification.incidents.Incidents;
import io.orderjourney.notification.incidents.OnCall;
import io.orderjourney.notification.messages.MessageChannel;
import io.orderjourney.notification.messages.MessageChannel.Message;
import io.orderjourney.notification.messages.MessageChannel.Outcome;
import io.orderjourney.time.BusinessClock;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Calls the next person of an incident, by text message, as its plan says. The call is written down before it is made: a
 * process that dies in between makes it look unanswered, and the next person is called.
 */
@ApplicationScoped
class CallPeople {

    private static final String ACTOR = "watch";

    private final Incidents incidents;
    private final IncidentHandler handler;
    private final MessageChannel texts;
    private final BusinessClock clock;
    private final String publicUrl;
    private volatile boolean calling;

    CallPeople(
            Incidents incidents,
            IncidentHandler handler,
            @All List<MessageChannel> channels,
            BusinessClock clock,
            @ConfigProperty(name = "journey.public-url") String publicUrl) {
        this.incidents = incidents;
        this.handler = handler;
        this.texts = channels.stream()
                .filter(channel -> channel.channel() == Channel.SMS)
                .findFirst()
                .orElseThrow();
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    private record Call(Incident incident, OnCall person, CallOut.Reason reason) {

        String reference() {
            return "incident-" + incident.id() + "-" + reason + "-"
                    + incident.callOut().calls() + "-"
                    + incident.callOut().lastAt();
        }
    }

    /** @return whether there was something to do; then there may be more */
    boolean callNext() {
        Optional<Incident> due = QuarkusTransaction.requiringNew().call(() -> incidents.firstDue(clock.instant()));
        if (due.isEmpty()) {
            return false;
        }
        calling = true;
        try {
            Call call = QuarkusTransaction.requiringNew().call(() -> begin(due.get()));
            if (call != null) {
                MessageChannel.Result result = texts.send(message(call));
                if (result.outcome() != Outcome.DELIVERED) {
                    QuarkusTransaction.requiringNew().run(() -> failed(call, result.detail()));
                }
            }
        } finally {
            calling = false;
        }
        return true;
    }

    /** Whether a call that is written down may still be on its way. */
    boolean isCalling() {
        return calling;
    }

    private @Nullable Call begin(Incident found) {
        Instant now = clock.instant();
        Incident incident = incidents.findForChange(found.id()).orElseThrow();
        IncidentPlan plan = handler.planOf(incident.kind());
        CallOut.Next next = CallOut.next(incident, plan).orElse(null);
        if (next == null || next.at().isAfter(now)) {
            // Another replica was here, or the plan is another one by now.
            handler.store(incident, plan);
            return null;
        }
        Incident after = incident.with(incident.callOut().after(next, now));
        OnCall person = next.person();
        if (next.reason() != CallOut.Reason.NOBODY_LEADS && isNew(incident, after)) {
            handler.log(
                    incident,
                    next.reason() == CallOut.Reason.UPDATE_DUE
                            ? IncidentEntry.What.UPDATE_DUE
                            : IncidentEntry.What.UPDATE_MISSED,
                    ACTOR,
                    String.valueOf(incident.progress().nextUpdateAt()),
                    null);
        }
        if (person != null) {
            handler.log(
                    incident,
                    IncidentEntry.What.CALLED,
                    ACTOR,
                    person.name(),
                    next.reason().name());
        }
        handler.store(after, plan);
        return person == null ? null : new Call(after, person, next.reason());
    }

    private static boolean isNew(Incident before, Incident after) {
        return before.callOut().warnedAt() != after.callOut().warnedAt()
                || before.callOut().missedAt() != after.callOut().missedAt();
    }

    private void failed(Call call, String detail) {
        Incident incident = incidents.findForChange(call.incident().id()).orElseThrow();
        handler.log(
                incident, IncidentEntry.What.CALL_FAILED, ACTOR, call.person().name(), detail);
        if (incident.callOut().calls() == call.incident().callOut().calls()) {
            handler.store(incident.with(incident.callOut().failed()), handler.planOf(incident.kind()));
        }
    }

    private Message message(Call call) {
        IncidentTexts words = IncidentTexts.in(call.person().language());
        String text = words.say(
                "call." + call.reason(),
                Long.toString(call.incident().number()),
                words.of(call.incident().kind(), "kind"),
                publicUrl + "/desk/incidents/" + call.incident().id());
        return new Message(call.reference(), call.person().phone(), "", text, "");
    }
}
