package io.orderjourney.journeytests.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderjourney.journeytests.shop.MessageFeed;
import io.orderjourney.journeytests.shop.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every rule is shown a history in which it holds, and one in which somebody did it wrong. */
class RulesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JOURNEY = "journey";
    private static final Instant END = Instant.parse("2027-02-12T12:00:00Z");

    private final Account account = new Account();
    private final Findings findings = new Findings();
    private long number;
    private long counterNumber;

    @BeforeEach
    void anOrderWithACallPromisedForTen() {
        order("orders.order-placed.v1", "{'payment':'ON_PICKUP'}");
        order(
                "promises.promise-made.v1",
                "{'promiseId':'call','kind':'CONFIRMATION_CALL','firstPromisedAt':'2027-02-08T10:00:00Z',"
                        + "'madeAt':'2027-02-08T07:00:00Z'}");
    }

    @Test
    void an_order_that_went_well_breaks_no_rule() {
        movedAndAnnounced("2027-02-08T09:00:00Z");
        kept("2027-02-08T11:00:00Z");
        pickedUp();
        assertThat(broken()).isEmpty();
        assertThat(outcomes())
                .containsExactly(Map.entry("CONFIRMATION_CALL", Map.of(Outcome.RESCHEDULED_WITH_NOTICE, 1)));
    }

    @Test
    void a_promise_kept_by_its_first_date_is_kept_on_time() {
        kept("2027-02-08T10:00:00Z");
        pickedUp();
        assertThat(broken()).isEmpty();
        assertThat(outcomes()).containsExactly(Map.entry("CONFIRMATION_CALL", Map.of(Outcome.KEPT_ON_TIME, 1)));
    }

    @Test
    void a_promise_that_nobody_kept_or_withdrew_is_found() {
        pickedUp();
        assertThat(broken())
                .contains(
                        "every promise has an end, or is open with a time that lies ahead",
                        "no promise was missed without notice");
    }

    @Test
    void a_date_that_passed_without_notice_is_found() {
        kept("2027-02-08T10:01:00Z");
        pickedUp();
        assertThat(broken()).containsExactly("no promise was missed without notice");
    }

    @Test
    void a_reschedule_of_which_no_message_arrived_is_found() {
        reschedule();
        warned();
        kept("2027-02-08T11:00:00Z");
        pickedUp();
        assertThat(broken())
                .contains(
                        "every message reported as delivered reached the customer",
                        "no promise was missed without notice");
    }

    @Test
    void a_new_date_that_came_after_the_old_one_is_found() {
        movedAndAnnounced("2027-02-08T10:05:00Z");
        kept("2027-02-08T11:00:00Z");
        pickedUp();
        assertThat(broken()).containsExactly("every new date reached the customer before the old one passed");
    }

    @Test
    void a_time_that_the_customer_named_needs_no_message() {
        order(
                "promises.promise-rescheduled.v1",
                "{'promiseId':'call','revision':1,'dueAt':'2027-02-08T14:00:00Z','reason':'CUSTOMER_ASKED',"
                        + "'rescheduledAt':'2027-02-08T09:59:00Z'}");
        kept("2027-02-08T13:00:00Z");
        pickedUp();
        assertThat(broken()).isEmpty();
        assertThat(outcomes())
                .containsExactly(Map.entry("CONFIRMATION_CALL", Map.of(Outcome.RESCHEDULED_WITH_NOTICE, 1)));
    }

    @Test
    void a_promise_that_a_service_declares_missed_is_found() {
        order("promises.promise-missed.v1", "{'promiseId':'call'}");
        kept("2027-02-08T10:00:00Z");
        pickedUp();
        assertThat(broken()).containsExactly("no promise was declared missed");
    }

    @Test
    void a_missing_number_is_found() {
        kept("2027-02-08T09:00:00Z");
        number++;
        order("orders.order-confirmed.v1", "{}");
        pickedUp();
        assertThat(broken()).containsExactly("each service's events of a journey are numbered 1, 2, 3 without a gap");
    }

    @Test
    void two_events_with_one_number_are_found_and_a_copy_is_none() {
        kept("2027-02-08T09:00:00Z");
        account.take(event("order-service", number, "the same", "orders.order-confirmed.v1", "{}"));
        pickedUp();
        assertThat(broken()).containsExactly("no two events of a journey carry one number");
    }

    @Test
    void ready_with_a_closed_gate_is_found() {
        kept("2027-02-08T09:00:00Z");
        counter("fulfillment.gate-opened.v1", "{'gate':'ORDER_CONFIRMED'}");
        counter("fulfillment.ready-for-pickup.v1", "{}");
        counter("fulfillment.gate-opened.v1", "{'gate':'GOODS_AT_PICKUP_POINT'}");
        counter("fulfillment.goods-handed-over.v1", "{}");
        ended();
        assertThat(broken()).containsExactly("\"ready\" was announced only while every gate was open");
    }

    @Test
    void goods_that_leave_after_readiness_was_taken_back_are_found() {
        kept("2027-02-08T09:00:00Z");
        ready();
        counter("fulfillment.readiness-withdrawn.v1", "{'gate':'GOODS_AT_PICKUP_POINT'}");
        counter("fulfillment.goods-handed-over.v1", "{}");
        ended();
        assertThat(broken()).containsExactly("goods were handed over only when they were ready");
    }

    @Test
    void goods_that_leave_twice_are_found() {
        kept("2027-02-08T09:00:00Z");
        pickedUp();
        counter("fulfillment.goods-handed-over.v1", "{}");
        assertThat(broken())
                .containsExactly("goods reached the customer once where the order is completed, and never otherwise");
    }

    @Test
    void a_message_that_comes_twice_is_found() {
        movedAndAnnounced("2027-02-08T09:00:00Z");
        account.take(mail("notice", "2027-02-08T09:05:00Z"));
        kept("2027-02-08T11:00:00Z");
        pickedUp();
        assertThat(broken()).containsExactly("no message came twice on one channel");
    }

    @Test
    void a_date_that_is_announced_again_is_found() {
        movedAndAnnounced("2027-02-08T09:00:00Z");
        order(
                "notices.customer-warned.v1",
                "{'noticeId':'again','channel':'EMAIL','rescheduled':[{'promiseId':'call','revision':1}]}");
        account.take(mail("again", "2027-02-08T09:05:00Z"));
        kept("2027-02-08T11:00:00Z");
        pickedUp();
        assertThat(broken()).containsExactly("a new date was announced once on a channel");
    }

    @Test
    void a_message_in_quiet_hours_is_found() {
        account.take(new MessageFeed.Delivered(
                "SMS", "+48600000000", "news", Instant.parse("2027-02-08T21:30:00Z"), "Ready"));
        kept("2027-02-08T09:00:00Z");
        pickedUp();
        assertThat(broken()).containsExactly("no message came in quiet hours");
    }

    private void movedAndAnnounced(String deliveredAt) {
        reschedule();
        warned();
        account.take(mail("notice", deliveredAt));
    }

    private void reschedule() {
        order(
                "promises.promise-rescheduled.v1",
                "{'promiseId':'call','revision':1,'dueAt':'2027-02-08T14:00:00Z',"
                        + "'reason':'DESK_BUSY','rescheduledAt':'2027-02-08T09:00:00Z'}");
    }

    private void warned() {
        order(
                "notices.customer-warned.v1",
                "{'noticeId':'notice','channel':'EMAIL','rescheduled':[{'promiseId':'call','revision':1}]}");
    }

    private void kept(String at) {
        order("promises.promise-kept.v1", "{'promiseId':'call','keptAt':'" + at + "'}");
    }

    private void ready() {
        counter("fulfillment.gate-opened.v1", "{'gate':'ORDER_CONFIRMED'}");
        counter("fulfillment.gate-opened.v1", "{'gate':'GOODS_AT_PICKUP_POINT'}");
        counter("fulfillment.ready-for-pickup.v1", "{}");
    }

    private void ended() {
        order("orders.journey-ended.v1", "{'end':'COMPLETED','endedAt':'2027-02-08T12:00:00Z'}");
    }

    private static MessageFeed.Delivered mail(String noticeId, String seenAt) {
        return new MessageFeed.Delivered("EMAIL", "x@example.org", noticeId, Instant.parse(seenAt), "News");
    }

    private void pickedUp() {
        ready();
        counter("fulfillment.goods-handed-over.v1", "{}");
        ended();
    }

    private void order(String type, String data) {
        number++;
        Topics.Event event = event("order-service", number, "o" + number, type, data);
        account.take(event);
        account.take(event);
    }

    private void counter(String type, String data) {
        counterNumber++;
        account.take(event("fulfillment-service", counterNumber, "f" + counterNumber, type, data));
    }

    private static Topics.Event event(String source, long sequence, String id, String type, String data) {
        try {
            return new Topics.Event(
                    JOURNEY, id, source, type, END.toString(), sequence, JSON.readTree(data.replace('\'', '"')));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(data, wrong);
        }
    }

    private List<String> broken() {
        account.close(List.of());
        new Rules(account, findings, END).check();
        return findings.rules().entrySet().stream()
                .filter(rule -> rule.getValue().broken() > 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<String, Map<Outcome, Integer>> outcomes() {
        return new Rules(account, findings, END).outcomes();
    }
}
