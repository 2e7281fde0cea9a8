package io.orderjourney.notification.sources.kafka;

import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.state.SourceReport;
import io.orderjourney.messaging.state.StateConsumer;
import io.orderjourney.notification.sources.SourceReports;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Keeps what the other services report; a tombstone says that one is gone. */
@ApplicationScoped
class SourceReportConsumer implements StateConsumer<SourceReport> {

    private final SourceReports reports;
    private final String self;

    SourceReportConsumer(SourceReports reports, @ConfigProperty(name = "journey.service") String self) {
        this.reports = reports;
        this.self = self;
    }

    @Override
    public EventType<SourceReport> type() {
        return EventTypes.SERVICE_REPORTED;
    }

    @Override
    public void changed(String service, @Nullable SourceReport report) {
        if (service.equals(self)) {
            return;
        }
        if (report == null) {
            reports.gone(service);
        } else {
            reports.reported(service, Duration.ofSeconds(report.unpublishedForSeconds()));
        }
    }
}
