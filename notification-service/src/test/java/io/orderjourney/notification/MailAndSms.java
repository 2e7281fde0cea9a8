package io.orderjourney.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A real mail server and a small SMS gateway with a ledger of its own. */
public final class MailAndSms implements QuarkusTestResourceLifecycleManager {

    static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    static final List<String> TEXTS = new CopyOnWriteArrayList<>();
    static final AtomicInteger SMS_STATUS = new AtomicInteger(202);

    private HttpServer gateway;

    @Override
    public Map<String, String> start() {
        MAIL.start();
        try {
            gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        gateway.createContext("/sms/messages", exchange -> {
            if (exchange.getRequestMethod().equals("POST") && SMS_STATUS.get() < 300) {
                TEXTS.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            }
            exchange.sendResponseHeaders(exchange.getRequestMethod().equals("GET") ? 404 : SMS_STATUS.get(), -1);
            exchange.close();
        });
        gateway.start();
        return Map.of(
                "quarkus.mailer.host",
                "127.0.0.1",
                "quarkus.mailer.port",
                Integer.toString(MAIL.getSmtp().getPort()),
                "quarkus.mailer.mock",
                "false",
                "journey.partners.sms.url",
                "http://127.0.0.1:" + gateway.getAddress().getPort() + "/sms");
    }

    @Override
    public void stop() {
        MAIL.stop();
        gateway.stop(0);
    }
}
