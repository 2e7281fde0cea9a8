package io.orderjourney.notification.notices.usecase;

import static io.orderjourney.notification.Fixtures.CUSTOMER;
import static io.orderjourney.notification.Fixtures.JOURNEY;
import static io.orderjourney.notification.Fixtures.WARSAW;
import static io.orderjourney.notification.Fixtures.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.notices.NoticePart;
import io.orderjourney.notification.sources.SourceFreshness;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.testing.PromiseBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which message is the update that a customer without a date was promised. */
class NoticeFactsTest {

    private static final String WATCH = "notification-service";

    private final Promise update = promise(PromiseKind.NEXT_UPDATE, WATCH);
    private final Promise ready = promise(PromiseKind.PICKUP_READY, "fulfillment-service");
    private final Promise decision = promise(PromiseKind.CREDIT_DECISION, "credit-service");

    @Test
    void that_the_goods_are_ready_is_the_update_of_who_had_no_date_for_them() {
        assertThat(isUpdate(Set.of(ready), NoticeSubject.READY_FOR_PICKUP)).isTrue();
    }

    @Test
    void while_something_else_has_no_date_it_is_none() {
        assertThat(isUpdate(Set.of(ready, decision), NoticeSubject.READY_FOR_PICKUP))
                .isFalse();
    }

    @Test
    void other_news_are_none_as_long_as_the_goods_have_no_date() {
        assertThat(isUpdate(Set.of(ready), NoticeSubject.STOCK_ARRIVED)).isFalse();
        assertThat(isUpdate(Set.of(), NoticeSubject.STOCK_ARRIVED)).isTrue();
    }

    private boolean isUpdate(Set<Promise> undated, NoticeSubject told) {
        List<Promise> all = List.of(update, ready, decision);
        NoticeFacts facts = new NoticeFacts(
                Map.of(),
                Map.of(JOURNEY, all),
                Map.of(),
                Map.of(),
                Map.of(),
                undated.stream().map(Promise::id).collect(Collectors.toSet()),
                Map.of(),
                Map.of(),
                new SourceFreshness(Set.of()),
                Map.of(),
                WATCH,
                WARSAW);
        return facts.isKeptByTelling(notice(told), update, all);
    }

    private static Notice notice(NoticeSubject... told) {
        return new Notice(
                UUID.randomUUID(),
                7,
                JOURNEY,
                CUSTOMER,
                Notice.NoticeState.LEFT,
                at("2026-01-12T10:00"),
                at("2026-01-12T10:02"),
                1,
                null,
                null,
                null,
                Arrays.stream(told).<NoticePart>map(NoticePart.News::new).toList());
    }

    private static Promise promise(PromiseKind kind, String owner) {
        return PromiseBuilder.promise(kind)
                .id(UUID.randomUUID())
                .inJourney(JOURNEY)
                .ownedBy(owner)
                .madeAt(at("2026-01-12T09:00"))
                .build();
    }
}
