package io.orderjourney.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real mail server behind a gate, and a small SMS gateway; both can be made to fail. */
public final class MailAndSms implements QuarkusTestResourceLifecycleManager {

    static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    static @Nullable SmtpGate gate;
    static @Nullable SmsStub sms;

    @Override
    public Map<String, String> start() {
        MAIL.start();
        SmtpGate opened = new SmtpGate(MAIL.getSmtp().getPort());
        SmsStub gateway = new SmsStub();
        gate = opened;
        sms = gateway;
        return Map.of(
                "journey.mail.host",
                "127.0.0.1",
                "journey.mail.port",
                Integer.toString(opened.port()),
                "journey.mail.security",
                "NONE",
                "journey.partners.sms.url",
                gateway.url());
    }

    @Override
    public void stop() {
        if (gate != null) {
            gate.close();
        }
        if (sms != null) {
            sms.close();
        }
        MAIL.stop();
    }
}
