package io.orderjourney.stack.run;

import io.orderjourney.stack.Credentials;
import io.orderjourney.stack.PortPlan;
import io.orderjourney.stack.ServiceName;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The settings of a service, all of them through the environment: a command line can be read by every user of the
 * machine, the environment cannot.
 */
final class ServiceSettings {

    /** One for each desk, and a manager who may look at all of them. */
    private static final String DEMO_PEOPLE = String.join(
            ",",
            "anna:Anna Nowak:SALES:",
            "ewa:Ewa Lis:CREDIT:",
            "marek:Marek Zając:WAREHOUSE:",
            "piotr:Piotr Kowal:PICKUP_POINT:WAW-01",
            "olga:Olga Wójcik:CUSTOMER_CARE:",
            "irena:Irena Maj:MANAGEMENT|SALES|CREDIT|WAREHOUSE|PICKUP_POINT|CUSTOMER_CARE:");

    private ServiceSettings() {}

    static Map<String, String> of(
            ServiceName service, PortPlan ports, Credentials credentials, String jdbcUrl, String user, Path clockFile) {
        Map<String, String> settings = new HashMap<>();
        settings.put("JOURNEY_ENVIRONMENT", "local");
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(ports.service(service)));
        settings.put("JOURNEY_MANAGEMENT_HOST", "127.0.0.1");
        settings.put("JOURNEY_MANAGEMENT_PORT", Integer.toString(ports.management(service)));
        // Links and redirects of a service carry the prefix that the front door takes off.
        settings.put("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true");
        settings.put("QUARKUS_HTTP_PROXY_ENABLE_FORWARDED_PREFIX", "true");
        settings.put("QUARKUS_HTTP_PROXY_ENABLE_FORWARDED_HOST", "true");
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", jdbcUrl);
        settings.put("QUARKUS_DATASOURCE_USERNAME", user);
        settings.put("QUARKUS_DATASOURCE_PASSWORD", credentials.databasePassword());
        settings.put("QUARKUS_BANNER_ENABLED", "false");
        settings.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.kafka());
        settings.put("JOURNEY_KAFKA_CREATE_TOPICS", "true");
        settings.put("JOURNEY_CLOCK_FILE", clockFile.toString());
        settings.put("JOURNEY_ACCESS_TOKENS", credentials.accessTokens());
        settings.put("JOURNEY_DEMO_SHOP", "true");
        settings.put("JOURNEY_OFFERS_SECRET", credentials.offerSecret());
        settings.put("JOURNEY_ANSWERS_SECRET", Objects.requireNonNull(credentials.answerSecret()));
        settings.put("JOURNEY_PUBLIC_URL", "http://127.0.0.1:" + ports.frontDoor() + "/" + service.text());
        // A receiver on this machine is somebody who tries webhooks out.
        settings.put("JOURNEY_WEBHOOKS_PRIVATE_TARGETS", "true");
        desks(settings, credentials);
        partners(settings, ports, credentials);
        mail(settings, ports);
        return settings;
    }

    private static void desks(Map<String, String> settings, Credentials credentials) {
        settings.put("JOURNEY_CONSOLE_SESSION_KEY", Objects.requireNonNull(credentials.sessionKey()));
        settings.put("JOURNEY_CONSOLE_COOKIE_OVER_TLS", "false");
        settings.put("JOURNEY_CONSOLE_DEMO_PEOPLE", DEMO_PEOPLE);
        settings.put("JOURNEY_CONSOLE_DEMO_CLOCK", "/clock");
    }

    private static void partners(Map<String, String> settings, PortPlan ports, Credentials credentials) {
        String simulators = "http://127.0.0.1:" + ports.simulators();
        settings.put("JOURNEY_PARTNERS_BANK_URL", simulators + "/bank");
        settings.put("JOURNEY_PARTNERS_BANK_WEBHOOK_SECRET", credentials.bankWebhookSecret());
        settings.put("JOURNEY_PARTNERS_BANK_CALLBACK_URL", "http://127.0.0.1:" + ports.service(ServiceName.CREDIT));
        settings.put("JOURNEY_PARTNERS_SUPPLIER_URL", simulators + "/supplier");
        settings.put("JOURNEY_PARTNERS_SUPPLIER_SECRETS", "mobile-import:" + credentials.supplierWebhookSecret());
        settings.put(
                "JOURNEY_PARTNERS_COURIER_WEBHOOK_SECRET", Objects.requireNonNull(credentials.courierWebhookSecret()));
        settings.put("JOURNEY_PARTNERS_SMS_URL", simulators + "/sms");
    }

    private static void mail(Map<String, String> settings, PortPlan ports) {
        settings.put("JOURNEY_MAIL_HOST", "127.0.0.1");
        settings.put("JOURNEY_MAIL_PORT", Integer.toString(ports.smtp()));
        settings.put("JOURNEY_MAIL_SECURITY", "NONE");
    }
}
