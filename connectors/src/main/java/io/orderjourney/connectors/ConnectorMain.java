package io.orderjourney.connectors;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts a connector for the platforms that the environment has settings of. docs/connectors.md has the list. */
public final class ConnectorMain {

    private static final Logger LOG = Logger.getLogger(ConnectorMain.class.getName());
    private static final int PORT = 8090;

    private ConnectorMain() {}

    /** @throws IOException if the port is taken */
    public static void main(String[] arguments) throws IOException {
        Map<String, String> settings = System.getenv();
        Defaults defaults = new Defaults(
                required(settings, "CONNECTOR_PICKUP_POINT"),
                settings.getOrDefault("CONNECTOR_CALLING_CODE", "+48"),
                settings.getOrDefault("CONNECTOR_LANGUAGE", "pl"),
                Set.of(settings.getOrDefault("CONNECTOR_CREDIT_METHODS", "").split(",")));
        List<ShopPlatform> platforms = platforms(settings, defaults);
        if (platforms.isEmpty()) {
            throw new IllegalStateException("No platform is set up: WOOCOMMERCE_URL, SHOPIFY_URL or MAGENTO_URL");
        }
        OrderJourney orders =
                new OrderJourney(URI.create(required(settings, "ORDERS_URL")), required(settings, "STOREFRONT_TOKEN"));
        InetSocketAddress address = new InetSocketAddress(
                settings.getOrDefault("CONNECTOR_HOST", "127.0.0.1"),
                Integer.parseInt(settings.getOrDefault("CONNECTOR_PORT", Integer.toString(PORT))));
        Connector connector = new Connector(
                address,
                orders,
                platforms,
                required(settings, "ORDER_JOURNEY_WEBHOOK_SECRET"),
                defaults,
                Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(connector::close));
        LOG.log(Level.INFO, "Listening on port {0} for {1}", new Object[] {
            Integer.toString(connector.port()),
            platforms.stream().map(ShopPlatform::name).toList()
        });
    }

    static List<ShopPlatform> platforms(Map<String, String> settings, Defaults defaults) {
        List<ShopPlatform> platforms = new ArrayList<>();
        if (settings.containsKey("WOOCOMMERCE_URL")) {
            platforms.add(new WooCommerce(
                    required(settings, "WOOCOMMERCE_WEBHOOK_SECRET"),
                    URI.create(required(settings, "WOOCOMMERCE_URL")),
                    required(settings, "WOOCOMMERCE_CONSUMER_KEY"),
                    required(settings, "WOOCOMMERCE_CONSUMER_SECRET"),
                    defaults));
        }
        if (settings.containsKey("SHOPIFY_URL")) {
            platforms.add(new Shopify(
                    required(settings, "SHOPIFY_CLIENT_SECRET"),
                    URI.create(required(settings, "SHOPIFY_URL")),
                    required(settings, "SHOPIFY_ACCESS_TOKEN"),
                    defaults));
        }
        if (settings.containsKey("MAGENTO_URL")) {
            platforms.add(new Magento(
                    required(settings, "MAGENTO_WEBHOOK_PUBLIC_KEY"),
                    URI.create(required(settings, "MAGENTO_URL")),
                    required(settings, "MAGENTO_ACCESS_TOKEN"),
                    defaults));
        }
        return platforms;
    }

    private static String required(Map<String, String> settings, String name) {
        String value = settings.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(name + " is not set");
        }
        return value;
    }
}
