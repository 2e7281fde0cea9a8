package io.orderjourney.stack.standins;

import io.orderjourney.stack.http.Answers;
import io.orderjourney.stack.http.BadRequest;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;

/** Lets a stand-in's work through the faults that it is set to. */
final class FaultyDoor {

    /** What the stand-in answers when nothing goes wrong. */
    record Answer(int status, Object body) {}

    private final Ledger ledger;
    private final Supplier<Faults> faults;
    /** Seeded, so that a run with an error rate can be repeated. */
    private final Random random = new Random(4);

    FaultyDoor(Ledger ledger, Supplier<Faults> faults) {
        this.ledger = ledger;
        this.faults = faults;
    }

    Handler<RoutingContext> to(Function<RoutingContext, Answer> work) {
        return context -> {
            Faults now = faults.get();
            if (now.down()) {
                failed(context, "connection cut");
                context.request().connection().close();
                return;
            }
            boolean error = random.nextDouble() < now.errorRate();
            if (error && !now.errorAfterWork()) {
                failed(context, "status " + now.statusOfErrors());
                later(context, now, () -> Answers.problem(context, now.statusOfErrors(), "Out of order", "As set."));
                return;
            }
            Answer answer = work.apply(context);
            later(context, now, () -> {
                if (error) {
                    Answers.problem(context, now.statusOfErrors(), "Out of order", "As set, after the work was done.");
                } else if (now.garbage()) {
                    Answers.html(context, "<html><body>Welcome to our new website!</body></html>");
                } else {
                    Answers.json(context, answer.status(), answer.body());
                }
            });
        };
    }

    private void failed(RoutingContext context, String how) {
        ledger.write(
                "failed",
                context.request().getHeader("Idempotency-Key") == null
                        ? ""
                        : context.request().getHeader("Idempotency-Key"),
                Map.of(
                        "asked",
                        context.request().method() + " " + context.request().path(),
                        "how",
                        how));
    }

    private static void later(RoutingContext context, Faults faults, Runnable answer) {
        if (faults.answerDelayMillis() <= 0) {
            answer.run();
            return;
        }
        context.vertx().setTimer(faults.answerDelayMillis(), timer -> {
            if (!context.response().closed()) {
                answer.run();
            }
        });
    }

    static BadRequest notFound(String what) {
        return new BadRequest(404, "There is no " + what + " here.");
    }
}
