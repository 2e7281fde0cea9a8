package io.orderjourney.credit.story;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Starts the bank of the test run, and tells the service where it is and who may come in. */
public final class BankServer implements QuarkusTestResourceLifecycleManager {

    static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3";

    static final String SESSION_KEY = "a key for the tests of the desks' screens";

    private final TestBank bank = new TestBank();

    @Override
    public Map<String, String> start() {
        return Map.of(
                "journey.partners.bank.url",
                bank.url(),
                "journey.partners.bank.callback-url",
                "http://localhost/api/v1/bank",
                "journey.partners.bank.webhook-secret",
                SECRET,
                "journey.access.tokens",
                Caller.tokens(),
                "journey.console.session-key",
                SESSION_KEY);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(bank, new TestInjector.MatchesType(TestBank.class));
    }

    @Override
    public void stop() {
        bank.stop();
    }
}
