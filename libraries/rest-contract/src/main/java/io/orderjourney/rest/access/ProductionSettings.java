package io.orderjourney.rest.access;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a service demands of its settings outside the local stack: nobody logs in by choosing a name, nobody sets the clock,
 * no secret can be guessed, and nothing that matters crosses a network in plain text.
 */
final class ProductionSettings {

    /** Decides whether this is the local stack; everything that is not called so is production. */
    static final String ENVIRONMENT = "journey.environment";

    static final String LOCAL = "local";

    /** Roles of people: they log in with a provider, so that a person who leaves can be locked out. */
    private static final Set<String> OF_PEOPLE = Set.of(
            Roles.SALES, Roles.CREDIT, Roles.WAREHOUSE, Roles.PICKUP_POINT, Roles.CUSTOMER_CARE, Roles.MANAGEMENT);

    /** What stands in examples, in tests and in people's first idea of a secret. */
    private static final List<String> WELL_KNOWN = List.of(
            "changeme",
            "change-me",
            "example",
            "password",
            "secret",
            "for-test",
            "for test",
            "the tests",
            "-token-",
            "0123456789");

    private static final int LENGTH_MIN = 12;
    private static final int DISTINCT_CHARACTERS_MIN = 8;
    private static final Pattern TLS_TO_DATABASE = Pattern.compile("[?&]sslmode=(require|verify-ca|verify-full)(&|$)");
    private static final Pattern DATABASE_HOST = Pattern.compile("jdbc:postgresql://([^/:,?]+)[^,]*");

    /** A setting that is refused, and why. Never its value. */
    record Violation(String setting, String reason) {}

    /** Judges the settings; empty if it has nothing against them. */
    private interface Rule {
        Optional<Violation> violation(Function<String, Optional<String>> settings);
    }

    private static final List<Rule> RULES = List.of(
            absent("journey.clock.file", "a clock that can be set moves every promise; the database tells the time"),
            absent("journey.console.demo-people", "anybody could log in as anybody"),
            never("journey.demo.shop", "true"::equals, "customers could order at pickup points that do not exist"),
            never("journey.console.cookie-over-tls", "false"::equals, "a session would be sent without TLS"),
            never(
                    "journey.access.tokens",
                    ProductionSettings::hasRoleOfPeople,
                    "people log in with the OpenID Connect provider; tokens are for STOREFRONT, PARTNER and OPERATOR"),
            secret("journey.access.tokens"),
            secret("journey.offers.secret"),
            secret("journey.answers.secret"),
            secret("journey.console.session-key"),
            secret("journey.partners.bank.webhook-secret"),
            secret("journey.partners.courier.webhook-secret"),
            secret("journey.partners.warehouse.webhook-secret"),
            secret("journey.partners.supplier-secrets"),
            secret("journey.partners.workshop-secrets"),
            secret("journey.oidc.client-secret"),
            never("journey.oidc.issuer", url -> !url.startsWith("https://"), "people log in over https"),
            never("journey.oidc.redirect-url", url -> !url.startsWith("https://"), "people come back over https"),
            secret("quarkus.datasource.password"),
            never("quarkus.datasource.username", "postgres"::equals, "a service works without a superuser's rights"),
            never(
                    "quarkus.datasource.jdbc.url",
                    ProductionSettings::isPlainDatabase,
                    "demand TLS with sslmode=verify-full (or verify-ca, require)"),
            ProductionSettings::plainKafka,
            never("journey.mail.security", "NONE"::equals, "customers' addresses would be sent without TLS"),
            never("journey.public-url", url -> !url.startsWith("https://"), "customers' links need https"),
            never("journey.partners.bank.callback-url", url -> !url.startsWith("https://"), "callbacks need https"),
            never("journey.partners.bank.url", ProductionSettings::isPlainAddress, "the bank is called over https"),
            never("journey.partners.sms.url", ProductionSettings::isPlainAddress, "the gateway is called over https"),
            ProductionSettings::bankWithoutToken,
            ProductionSettings::sharedSecret);

    private ProductionSettings() {}

    /** Everything that is wrong with these settings; nothing in the local stack. */
    static List<Violation> violations(Function<String, Optional<String>> settings) {
        if (settings.apply(ENVIRONMENT).filter(LOCAL::equals).isPresent()) {
            return List.of();
        }
        return RULES.stream().flatMap(rule -> rule.violation(settings).stream()).toList();
    }

    private static Rule absent(String setting, String reason) {
        return never(setting, value -> true, reason);
    }

    private static Rule never(String setting, Predicate<String> unsafe, String reason) {
        return settings -> settings.apply(setting).filter(unsafe).map(value -> new Violation(setting, reason));
    }

    private static Rule secret(String setting) {
        return never(
                setting,
                value -> secrets(setting, value).anyMatch(ProductionSettings::isGuessable),
                "it can be guessed; make one with: openssl rand -base64 32");
    }

    /** The secrets in a setting: several while they are being changed, and with whose they are for tokens. */
    private static Stream<String> secrets(String setting, String value) {
        return setting.equals("quarkus.datasource.password")
                ? Stream.of(value)
                : Stream.of(value.split(",")).map(entry -> entry.strip().replaceFirst("^[a-z0-9-]+:([A-Z_|]+:)?", ""));
    }

    private static boolean isGuessable(String secret) {
        return secret.length() < LENGTH_MIN
                || Stream.of(secret, decoded(secret))
                        .anyMatch(
                                text -> text.chars().distinct().count() < DISTINCT_CHARACTERS_MIN || isWellKnown(text));
    }

    private static boolean isWellKnown(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return WELL_KNOWN.stream().anyMatch(lower::contains);
    }

    /** A secret in Base64 is judged by what it says. */
    private static String decoded(String secret) {
        try {
            byte[] bytes = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
            return new String(bytes, StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException plain) {
            return secret;
        }
    }

    private static boolean hasRoleOfPeople(String tokens) {
        return Stream.of(tokens.split(","))
                .map(entry -> entry.strip().split(":", 3))
                .filter(parts -> parts.length == 3)
                .flatMap(parts -> Stream.of(parts[1].split("\\|")))
                .anyMatch(OF_PEOPLE::contains);
    }

    private static boolean isPlainDatabase(String url) {
        return !TLS_TO_DATABASE.matcher(url).find()
                && !staysOnMachine(DATABASE_HOST.matcher(url).replaceFirst("$1"));
    }

    private static boolean isPlainAddress(String url) {
        return !url.startsWith("https://")
                && !(url.startsWith("http://")
                        && staysOnMachine(String.valueOf(URI.create(url).getHost())));
    }

    private static Optional<Violation> plainKafka(Function<String, Optional<String>> settings) {
        Optional<String> brokers = settings.apply("kafka.bootstrap.servers");
        if (brokers.isEmpty()
                || Stream.of(brokers.get().split(","))
                        .allMatch(broker -> staysOnMachine(broker.strip().replaceFirst(":[0-9]+$", "")))) {
            return Optional.empty();
        }
        String protocol = settings.apply("kafka.security.protocol").orElse("PLAINTEXT");
        boolean authenticated = protocol.equals("SASL_SSL")
                || protocol.equals("SSL")
                        && settings.apply("kafka.ssl.keystore.location").isPresent();
        return authenticated
                ? Optional.empty()
                : Optional.of(
                        new Violation(
                                "kafka.security.protocol",
                                "set SASL_SSL, or SSL with a key store: a broker that does not know who calls lets anybody say anything"));
    }

    private static Optional<Violation> bankWithoutToken(Function<String, Optional<String>> settings) {
        return settings.apply("journey.partners.bank.url").isPresent()
                        && settings.apply("journey.partners.bank.token").isEmpty()
                ? Optional.of(new Violation("journey.partners.bank.token", "the bank must know who calls it"))
                : Optional.empty();
    }

    /** Who knows the secret of one purpose must not be able to sign for another. */
    private static Optional<Violation> sharedSecret(Function<String, Optional<String>> settings) {
        List<String> seen = new ArrayList<>();
        for (String setting : List.of(
                "journey.offers.secret",
                "journey.answers.secret",
                "journey.console.session-key",
                "journey.partners.bank.webhook-secret",
                "journey.partners.supplier-secrets",
                "journey.partners.workshop-secrets",
                "journey.partners.courier.webhook-secret",
                "journey.partners.warehouse.webhook-secret")) {
            List<String> own = settings.apply(setting).stream()
                    .flatMap(value -> secrets(setting, value))
                    .toList();
            if (own.stream().anyMatch(seen::contains)) {
                return Optional.of(new Violation(setting, "another setting has the same secret"));
            }
            seen.addAll(own);
        }
        return Optional.empty();
    }

    /** To a proxy beside the service, which encrypts what leaves the machine. */
    private static boolean staysOnMachine(String host) {
        return Set.of("localhost", "127.0.0.1", "[::1]", "::1").contains(host);
    }
}
