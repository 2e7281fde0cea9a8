package io.orderjourney.journeytests.load;

import io.orderjourney.journeytests.shop.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/** Decides the applications that the bank does not simply approve: refused, lent in part, refused and then approved. */
final class BankClerk implements Worker {

    private static final String REFUSED = "{\"decision\":\"REFUSED\"}";
    /** Lends so much of a hundred. */
    private static final int PART = 60;

    private final ApiClient api;
    private final Shop shop;
    private final Account account;
    private final Storefront storefront;
    private final Agenda agenda = new Agenda();
    private final Set<String> decided = new HashSet<>();
    private final Set<String> revised = new HashSet<>();

    BankClerk(ApiClient api, Shop shop, Account account, Storefront storefront) {
        this.api = api;
        this.shop = shop;
        this.account = account;
        this.storefront = storefront;
    }

    @Override
    public List<Callable<Void>> workAt(Instant now, Set<String> openDesks) {
        List<Callable<Void>> work = new ArrayList<>();
        storefront.placed().forEach((journeyId, order) -> {
            String words = words(order);
            JourneyFacts journey = account.journey(journeyId);
            if (words.isEmpty() || journey.isOver()) {
                return;
            }
            // The bank has it once it has said so.
            if (journey.has("credit.application-received-by-bank.v1") && decided.add(journeyId)) {
                work.add(Worker.doing(() -> decide(journey.applicationId, words)));
            }
            boolean again = order.course() == Course.CREDIT_REVISED && journey.has("credit.credit-refused.v1");
            if (again && agenda.isTime(journeyId, now, Duration.ofHours(4)) && revised.add(journeyId)) {
                work.add(Worker.doing(() -> decide(journey.applicationId, "{\"decision\":\"APPROVED\"}")));
            }
        });
        return work;
    }

    private static String words(PlannedOrder order) {
        return switch (order.course()) {
            case CREDIT_REFUSED, CREDIT_PAID_OTHERWISE, CREDIT_REVISED -> REFUSED;
            case CREDIT_LOWER ->
                "{\"decision\":\"APPROVED\",\"approvedAmountMinor\":%d}".formatted(order.totalMinor() * PART / 100);
            default -> "";
        };
    }

    private void decide(String applicationId, String words) {
        api.post("operator", shop.simulator("bank") + "/applications/" + applicationId + "/decide", words)
                .ok();
    }
}
