package io.orderjourney.credit.applications.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.inbound.BankDecision;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.ApplicationState;
import io.orderjourney.credit.applications.CreditDecision;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApplicationMappingTest {

    private static final Instant AT = Instant.parse("2026-01-12T09:00:00Z");

    @Test
    void an_application_with_everything_comes_back_from_its_row() {
        Application whole =
                application(new CreditDecision(BankDecision.APPROVED, new Money(200_000, "PLN"), AT), "ewa");

        assertThat(throughRow(whole)).isEqualTo(whole);
    }

    @Test
    void a_refused_application_comes_back_without_an_amount() {
        Application refused = application(new CreditDecision(BankDecision.REFUSED, null, AT), null);

        assertThat(throughRow(refused)).isEqualTo(refused);
    }

    @Test
    void a_new_application_comes_back_with_nothing_that_did_not_happen() {
        Application fresh = Application.opened(
                UUID.randomUUID(), UUID.randomUUID(), "A-1", UUID.randomUUID(), "sl", "LJ-1", new Money(1, "EUR"), AT);

        assertThat(throughRow(fresh)).isEqualTo(fresh);
    }

    @Test
    void writing_over_a_row_leaves_nothing_of_what_was_there_but_its_version() {
        ApplicationRow row = new ApplicationRow();
        ApplicationMapping.write(
                application(new CreditDecision(BankDecision.APPROVED, new Money(200_000, "PLN"), AT), "ewa"), row);
        row.version = 7;
        Application fresh = Application.opened(
                row.id, row.journeyId, "A-1", UUID.randomUUID(), "sl", "LJ-1", new Money(1, "EUR"), AT);

        ApplicationMapping.write(fresh, row);

        assertThat(ApplicationMapping.application(row))
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(fresh);
        assertThat(row.version).isEqualTo(7);
    }

    private static Application throughRow(Application application) {
        ApplicationRow row = new ApplicationRow();
        ApplicationMapping.write(application, row);
        row.version = application.version();
        return ApplicationMapping.application(row);
    }

    private static Application application(CreditDecision decision, String signedBy) {
        return new Application(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "A-100042",
                UUID.randomUUID(),
                "pl",
                "WAW-1",
                new Money(249_900, "PLN"),
                signedBy == null ? null : new Money(257_800, "PLN"),
                ApplicationState.SIGNED,
                AT,
                AT.plusSeconds(1),
                "B-1",
                decision,
                signedBy,
                signedBy == null ? null : AT.plusSeconds(2),
                signedBy == null ? null : new Application.Closure(JourneyEnd.CANCELLED_BY_SHOP, AT.plusSeconds(3)),
                4);
    }
}
