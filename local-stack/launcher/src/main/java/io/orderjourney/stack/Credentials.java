package io.orderjourney.stack;

import io.orderjourney.stack.http.Json;
import io.orderjourney.stack.servers.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tokens and secrets of one stack: made at random at its first start, kept in {@code credentials.json}, readable by its
 * owner only.
 *
 * @param tokens by the name of their bearer
 * @param databasePassword of the stack's PostgreSQL
 * @param bankWebhookSecret signs the bank's calls, base64 with {@code whsec_} in front
 * @param supplierWebhookSecret signs the supplier's calls, in the same form
 * @param offerSecret signs promise options
 * @param answerSecret signs the links with which customers answer
 * @param sessionKey signs the sessions of the people at the desks' screens
 * @param courierWebhookSecret signs the courier's calls, in the same form as the others'
 */
public record Credentials(
        Map<String, String> tokens,
        String databasePassword,
        String bankWebhookSecret,
        String supplierWebhookSecret,
        String offerSecret,
        @Nullable String answerSecret,
        @Nullable String sessionKey,
        @Nullable String courierWebhookSecret) {

    /** Who there is, and which roles each has. */
    private static final Map<String, String> ROLES = roles();

    private static final String NAME = "credentials.json";
    private static final SecureRandom RANDOM = new SecureRandom();

    private static Map<String, String> roles() {
        Map<String, String> roles = new LinkedHashMap<>();
        roles.put("storefront", "STOREFRONT");
        roles.put("sales", "SALES");
        roles.put("credit", "CREDIT");
        roles.put("warehouse", "WAREHOUSE");
        roles.put("pickup-point", "PICKUP_POINT");
        roles.put("customer-care", "CUSTOMER_CARE");
        roles.put("management", "MANAGEMENT");
        // A supplier's token has the name of the supplier.
        roles.put("mobile-import", "PARTNER");
        roles.put("operator", "OPERATOR");
        // Looks up answer cards and messages for the start page, and never leaves the launcher.
        roles.put("front-door", "CUSTOMER_CARE");
        return roles;
    }

    /** The names that {@code ./journey token} knows. */
    public static Set<String> names() {
        return ROLES.keySet();
    }

    /** The credentials kept in this folder, new ones for an empty one. */
    public static Credentials in(Path dataDirectory) {
        Path file = dataDirectory.resolve(NAME);
        try {
            if (Files.exists(file)) {
                return Json.MAPPER.readValue(file.toFile(), Credentials.class).completed(file);
            }
            PrivateFiles.folder(dataDirectory);
            return make().keptIn(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be used", e);
        }
    }

    /** Where they are kept. */
    public static Path file(Path dataDirectory) {
        return dataDirectory.resolve(NAME);
    }

    /** The token of one name. */
    public String token(String name) {
        String token = tokens.get(name);
        if (token == null) {
            throw new IllegalArgumentException(
                    "'" + name + "' has no token. These have: " + List.copyOf(ROLES.keySet()));
        }
        return token;
    }

    /** All tokens as the services take them: {@code name:role|role:token}, comma-separated. */
    public String accessTokens() {
        return ROLES.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue() + ":" + token(entry.getKey()))
                .collect(Collectors.joining(","));
    }

    /** A later version of this program may know more names than the one that made the file. */
    private Credentials completed(Path file) throws IOException {
        if (tokens.keySet().containsAll(ROLES.keySet())
                && answerSecret != null
                && sessionKey != null
                && courierWebhookSecret != null) {
            return this;
        }
        Map<String, String> all = new LinkedHashMap<>(tokens);
        ROLES.keySet().forEach(name -> all.computeIfAbsent(name, missing -> random(24)));
        return new Credentials(
                        all,
                        databasePassword,
                        bankWebhookSecret,
                        supplierWebhookSecret,
                        offerSecret,
                        secretOrNew(answerSecret),
                        secretOrNew(sessionKey),
                        courierWebhookSecret == null ? webhookSecret() : courierWebhookSecret)
                .keptIn(file);
    }

    private static Credentials make() {
        Map<String, String> tokens = new LinkedHashMap<>();
        ROLES.keySet().forEach(name -> tokens.put(name, random(24)));
        return new Credentials(
                tokens,
                random(24),
                webhookSecret(),
                webhookSecret(),
                random(32),
                random(32),
                random(32),
                webhookSecret());
    }

    private static String secretOrNew(@Nullable String known) {
        return known == null ? random(32) : known;
    }

    private static String webhookSecret() {
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        return "whsec_" + Base64.getEncoder().encodeToString(secret);
    }

    private Credentials keptIn(Path file) throws IOException {
        PrivateFiles.write(file, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
        return this;
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    @Override
    public String toString() {
        return "Credentials[...]";
    }
}
