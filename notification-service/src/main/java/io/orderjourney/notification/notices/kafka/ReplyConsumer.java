package io.orderjourney.notification.notices.kafka;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.state.ReplyText;
import io.orderjourney.messaging.state.StateConsumer;
import io.orderjourney.notification.notices.usecase.NoticePlanner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends what desks write to customers who had asked; a tombstone erases it. */
@ApplicationScoped
class ReplyConsumer implements StateConsumer<ReplyText> {

    private final NoticePlanner planner;

    ReplyConsumer(NoticePlanner planner) {
        this.planner = planner;
    }

    @Override
    public EventType<ReplyText> type() {
        return EventTypes.REPLY_WRITTEN;
    }

    @Override
    public void changed(String key, @Nullable ReplyText reply) {
        if (reply == null) {
            planner.replyErased(UUID.fromString(key));
        } else {
            planner.reply(reply);
        }
    }
}
