package io.orderjourney.notification.messages.email;

import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * How the shop's mail server is reached.
 *
 * @param username absent: no login
 * @param password belongs to the username
 * @param domain our name in the greeting, and the unique part of our Message-IDs
 */
record MailServer(
        String host,
        int port,
        Security security,
        @Nullable String username,
        @Nullable String password,
        String domain) {

    MailServer {
        if ((username == null) != (password == null)) {
            throw new IllegalArgumentException("journey.mail.username and journey.mail.password come together");
        }
        if (username != null && security == Security.NONE) {
            throw new IllegalArgumentException("A password is not sent over an unencrypted connection");
        }
    }

    /** How the connection is secured. */
    enum Security {
        /** TLS from the first byte (RFC 8314). */
        TLS,
        /** TLS right after the greeting; a server without it is not used (RFC 3207). */
        STARTTLS,
        /** Nothing: for a server on the same machine or in a network of our own. */
        NONE
    }

    /**
     * The settings of every connection.
     *
     * @param tls decides which servers are trusted
     */
    Session session(SSLSocketFactory tls) {
        boolean startTls = security == Security.STARTTLS;
        Properties settings = new Properties();
        settings.put("mail.smtp.host", host);
        settings.put("mail.smtp.port", Integer.toString(port));
        settings.put("mail.smtp.localhost", domain);
        settings.put("mail.smtp.ssl.socketFactory", tls);
        settings.put("mail.smtp.ssl.checkserveridentity", "true");
        settings.put("mail.smtp.starttls.enable", Boolean.toString(startTls));
        settings.put("mail.smtp.starttls.required", Boolean.toString(startTls));
        settings.put("mail.smtp.auth", Boolean.toString(username != null));
        settings.put("mail.smtp.quitwait", "false");
        settings.put("mail.mime.allowutf8", "true");
        if (username == null) {
            return Session.getInstance(settings);
        }
        settings.put("mail.smtp.user", username);
        return Session.getInstance(settings, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(username, password);
            }
        });
    }

    @Override
    public String toString() {
        return "MailServer[" + host + ":" + port + " " + security + "]";
    }
}
