package io.orderjourney.credit.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.PromiseKind;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RosterTest extends CreditShop {

    @Test
    void the_roster_shows_shifts_absences_and_who_is_there() {
        shift("ewa", today(), "10:00", "18:00");
        shift("jan", today().plusDays(1), "10:00", "18:00");
        goTo(today(), "10:00");
        checkIn("ewa").ok();
        absent("jan", at(today().plusDays(1), "10:00"), at(today().plusDays(1), "12:00"))
                .ok();

        ApiResponse roster = client.get(Caller.PICKUP_POINT, "/api/v1/roster?pickupPoint=" + pickupPoint)
                .ok();

        assertThat(roster.body().at("/shifts")).hasSize(2);
        assertThat(roster.text("/shifts/0/expertId")).isEqualTo("ewa");
        assertThat(roster.text("/shifts/0/startsAt")).startsWith(today() + "T10:00:00+0");
        assertThat(roster.body().at("/shifts/0/present").asBoolean()).isTrue();
        assertThat(roster.body().at("/shifts/1/present").asBoolean()).isFalse();
        assertThat(roster.text("/absences/0/reason")).isEqualTo("ill");
        assertThat(roster.text("/checkIns/0/expertId")).isEqualTo("ewa");
    }

    @Test
    void an_expert_has_one_shift_a_day_wherever_it_is() {
        shift("ewa", today(), "10:00", "14:00");
        String first = pickupPoint;
        pickupPoint = "LOD-" + UUID.randomUUID().toString().substring(0, 8);
        shift("ewa", today(), "12:00", "18:00");

        assertThat(client.get(Caller.CREDIT, "/api/v1/roster?pickupPoint=" + first)
                        .ok()
                        .body()
                        .at("/shifts"))
                .isEmpty();
        assertThat(client.get(Caller.CREDIT, "/api/v1/roster?pickupPoint=" + pickupPoint)
                        .ok()
                        .body()
                        .at("/shifts"))
                .hasSize(1);
    }

    @Test
    void an_invalid_roster_entry_is_refused() {
        String shifts = "/api/v1/roster/ewa/shifts/";
        client.put(Caller.CREDIT, shifts + today(), shiftBody("18:00", "10:00")).refused(422, "validation");
        client.put(Caller.CREDIT, shifts + today().minusDays(1), shiftBody("10:00", "18:00"))
                .refused(422, "validation");
        client.put(Caller.CREDIT, shifts + "2026-02-30", shiftBody("10:00", "18:00"))
                .refused(404, "not-found");
        client.put(Caller.CREDIT, shifts + today(), shiftBody("25:00", "18:00")).refused(422, "validation");
        absent("ewa", at(today(), "18:00"), at(today(), "10:00")).refused(422, "validation");
        absent("ewa", at(today().minusDays(2), "10:00"), at(today().minusDays(1), "10:00"))
                .refused(422, "validation");
        client.delete(Caller.CREDIT, shifts + today().plusDays(60)).refused(404, "shift-not-found");
        client.get(Caller.CREDIT, "/api/v1/roster").refused(400, "parameter-invalid");
        client.get(Caller.CREDIT, "/api/v1/roster?pickupPoint=WAW-1&from=2026-01-12&until=2026-06-12")
                .refused(400, "parameter-invalid");
    }

    @Test
    void a_check_in_ends_a_running_absence() {
        shift("ewa", today(), "09:00", "18:00");
        absent("ewa", at(today(), "09:00"), at(today(), "18:00")).ok();
        goTo(today(), "11:00");
        checkIn("ewa").ok();

        ApiResponse roster = client.get(Caller.CREDIT, "/api/v1/roster?pickupPoint=" + pickupPoint)
                .ok();

        assertThat(roster.body().at("/shifts/0/present").asBoolean()).isTrue();
        assertThat(roster.text("/absences/0/endsAt")).startsWith(today() + "T11:00:0");
    }

    /** Eight approvals at the same moment, and one expert with six free hours. */
    @Test
    void concurrent_approvals_never_book_one_hour_twice() throws Exception {
        LocalDate tomorrow = today().plusDays(1);
        shift("ewa", tomorrow, "09:00", "17:00");
        List<UUID> waiting = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            waiting.add(submittedOrder());
        }

        ExecutorService bankClerks = Executors.newFixedThreadPool(8);
        try {
            List<Callable<ApiResponse>> calls = new ArrayList<>();
            waiting.forEach(orderId -> calls.add(() -> decide(applicationOf(orderId), "APPROVED")));
            for (Future<ApiResponse> response : bankClerks.invokeAll(calls)) {
                response.get().ok();
            }
        } finally {
            bankClerks.shutdownNow();
        }

        List<Instant> begins = waiting.stream()
                .flatMap(orderId -> promised(orderId, PromiseKind.SIGNING_APPOINTMENT).stream())
                .map(promise -> promise.windowStartAt())
                .sorted()
                .toList();
        assertThat(begins).hasSize(6).doesNotHaveDuplicates();
        for (int i = 1; i < begins.size(); i++) {
            assertThat(begins.get(i)).isAfterOrEqualTo(begins.get(i - 1).plusSeconds(3600));
        }
        assertThat(waiting.stream()
                        .filter(orderId ->
                                !promised(orderId, PromiseKind.NEXT_UPDATE).isEmpty()))
                .as("who got no hour is promised an update")
                .hasSize(2);
    }

    private Object shiftBody(String from, String until) {
        return ApiClient.body("pickupPoint", pickupPoint, "from", from, "until", until);
    }

    private ApiResponse absent(String expert, Instant from, Instant until) {
        return client.post(
                Caller.CREDIT,
                "/api/v1/roster/" + expert + "/absences",
                ApiClient.body("startsAt", from, "endsAt", until, "reason", "ill"));
    }
}
