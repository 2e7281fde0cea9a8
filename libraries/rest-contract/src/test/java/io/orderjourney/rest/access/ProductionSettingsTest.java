package io.orderjourney.rest.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.rest.access.ProductionSettings.Violation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionSettingsTest {

    private static final Map<String, String> SAFE = Map.ofEntries(
            Map.entry("journey.environment", "production"),
            Map.entry(
                    "journey.access.tokens",
                    "shop:STOREFRONT:qf7Zk0Vb3nXw8LrT1yHu,mobile-import:PARTNER:w9Ue2JpR6sKc4MaD5xGt,"
                            + "operator:OPERATOR:n3Bv8YhQ1zLf7TjW0cSe"),
            Map.entry("journey.offers.secret", "Jw3k9yQ2vXbT7nRz5LhM1cGfP8sDaU4e"),
            Map.entry("journey.answers.secret", "t6HqE0rYpK2mZcVx9NdBw4JsL7fGuA1i"),
            Map.entry("journey.console.session-key", "V5oRz1XnQy8KtC3hWb7MfJ0pLdG6sEu2"),
            Map.entry("journey.partners.bank.webhook-secret", "whsec_kq0Zr3Yx7VbN1mLw9TcHf5JpGd2sEu8aRi4oKt6yQzA="),
            Map.entry(
                    "journey.partners.supplier-secrets",
                    "mobile-import:whsec_Xy7VbN1mLw9TcHf5JpGd2sEu8aRi4oKt6yQzAkq0Zr3="),
            Map.entry("journey.partners.bank.url", "https://bank.test/api"),
            Map.entry("journey.partners.bank.token", "Zk0Vb3nXw8LrT1yHuqf7"),
            Map.entry("journey.partners.bank.callback-url", "https://shop.test/credit-service"),
            Map.entry("journey.partners.sms.url", "https://sms.test"),
            Map.entry("journey.public-url", "https://shop.test"),
            Map.entry("journey.mail.security", "STARTTLS"),
            Map.entry("kafka.bootstrap.servers", "kafka-1:9093,kafka-2:9093"),
            Map.entry("kafka.security.protocol", "SASL_SSL"),
            Map.entry("quarkus.datasource.jdbc.url", "jdbc:postgresql://db:5432/orders?sslmode=verify-full"),
            Map.entry("quarkus.datasource.username", "order_service"),
            Map.entry("quarkus.datasource.password", "hP4tW8xRq1ZyN6vK"));

    @Test
    void safe_settings_are_accepted() {
        assertThat(violations(SAFE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "journey.clock.file                       = /var/lib/clock",
                "journey.console.demo-people              = anna:Anna Nowak:SALES:",
                "journey.console.cookie-over-tls          = false",
                "journey.console.session-key              = a key for the tests of the desks screens",
                "journey.access.tokens                    = sales:SALES:n3Bv8YhQ1zLf7TjW0cSe",
                "journey.access.tokens                    = boss:OPERATOR|MANAGEMENT:n3Bv8YhQ1zLf7TjW0cSe",
                "journey.access.tokens                    = shop:STOREFRONT:shop-token-3Bv8YhQ1zLf7T",
                "journey.access.tokens                    = shop:STOREFRONT:abababababababababab",
                "journey.offers.secret                    = a-secret-that-is-long-enough-for-all",
                "journey.offers.secret                    = Jw3k9yQ2vXbT7nRz5LhM1cGfP8sDaU4e,changeme-Jw3k9yQ2vXbT7nRz",
                "journey.answers.secret                   = CHANGE-ME-CHANGE-ME-CHANGE-ME-CHANGE",
                "journey.partners.supplier-secrets        = shop:whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3",
                "journey.partners.bank.url                = http://bank.test/api",
                "journey.partners.bank.callback-url       = http://127.0.0.1:8082",
                "journey.partners.sms.url                 = http://sms.test",
                "journey.public-url                       = http://shop.test",
                "journey.mail.security                    = NONE",
                "journey.oidc.issuer                      = http://login.test",
                "journey.oidc.redirect-url                = http://shop.test/desk/login/callback",
                "journey.oidc.client-secret               = changeme-3Bv8YhQ1zLf7T",
                "kafka.security.protocol                  = PLAINTEXT",
                "kafka.security.protocol                  = SASL_PLAINTEXT",
                "quarkus.datasource.username              = postgres",
                "quarkus.datasource.password              = password-1234",
                "quarkus.datasource.password              = journey",
            })
    void an_unsafe_setting_is_named_and_its_value_is_not(String setting, String value) {
        List<Violation> violations = violations(with(setting, value));

        assertThat(violations).extracting(Violation::setting).contains(setting);
        assertThat(violations.toString()).doesNotContain(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db:5432/orders",
                "jdbc:postgresql://db:5432/orders?sslmode=prefer",
                "jdbc:postgresql://localhost:5432,db:5432/orders",
                "jdbc:postgresql://db/orders?ApplicationName=x&sslmode=disable",
            })
    void a_database_is_reached_with_tls(String url) {
        assertThat(violations(with("quarkus.datasource.jdbc.url", url)))
                .extracting(Violation::setting)
                .containsExactly("quarkus.datasource.jdbc.url");
    }

    @Test
    void what_stays_on_the_machine_may_be_plain() {
        Map<String, String> settings = new HashMap<>(SAFE);
        settings.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:5432/orders");
        settings.put("kafka.bootstrap.servers", "localhost:9092");
        settings.remove("kafka.security.protocol");
        settings.put("journey.partners.sms.url", "http://localhost:9000");

        assertThat(violations(settings)).isEmpty();
    }

    @Test
    void a_broker_without_any_protocol_is_plain() {
        Map<String, String> settings = new HashMap<>(SAFE);
        settings.remove("kafka.security.protocol");

        assertThat(violations(settings)).extracting(Violation::setting).containsExactly("kafka.security.protocol");
    }

    @Test
    void the_bank_is_called_with_a_token() {
        Map<String, String> settings = new HashMap<>(SAFE);
        settings.remove("journey.partners.bank.token");

        assertThat(violations(settings)).extracting(Violation::setting).containsExactly("journey.partners.bank.token");
    }

    @Test
    void one_secret_does_not_serve_two_purposes() {
        assertThat(violations(with("journey.answers.secret", SAFE.get("journey.offers.secret"))))
                .extracting(Violation::setting)
                .containsExactly("journey.answers.secret");
    }

    @Test
    void everything_is_named_at_once() {
        Map<String, String> settings = new HashMap<>(with("journey.mail.security", "NONE"));
        settings.put("journey.clock.file", "clock");

        assertThat(violations(settings))
                .extracting(Violation::setting)
                .containsExactly("journey.clock.file", "journey.mail.security");
    }

    @Test
    void a_local_stack_may_have_all_of_it_and_only_that_name_makes_one() {
        Map<String, String> settings = new HashMap<>(with("journey.clock.file", "clock"));

        settings.put("journey.environment", "local");
        assertThat(violations(settings)).isEmpty();
        settings.put("journey.environment", "LOCAL-ish");
        assertThat(violations(settings)).isNotEmpty();
        settings.remove("journey.environment");
        assertThat(violations(settings)).isNotEmpty();
    }

    private static Map<String, String> with(String setting, String value) {
        Map<String, String> settings = new HashMap<>(SAFE);
        settings.put(setting, value);
        return settings;
    }

    private static List<Violation> violations(Map<String, String> settings) {
        return ProductionSettings.violations(name -> Optional.ofNullable(settings.get(name)));
    }
}
