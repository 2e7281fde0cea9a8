package io.orderjourney.notification.messages.sms;

import io.orderjourney.contracts.Channel;
import io.orderjourney.notification.messages.MessageChannel;
import io.orderjourney.notification.messages.MessageChannel.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.util.regex.Pattern;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Sends texts to the gateway, under a reference with which their outcome can be asked. */
@ApplicationScoped
class SmsChannel implements MessageChannel {

    private static final Logger LOG = Logger.getLogger(SmsChannel.class);
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    private final SmsGateway gateway;

    SmsChannel(@RestClient SmsGateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public Result send(Message message) {
        boolean control = message.text().chars().anyMatch(c -> Character.isISOControl(c) && c != '\n');
        if (!E164.matcher(message.to()).matches() || control) {
            return new Result(Outcome.REJECTED, "not a number or not a text that can be sent");
        }
        try (Response response = gateway.send(new SmsGateway.Text(message.reference(), message.to(), message.text()))) {
            return resultOf(response.getStatus());
        } catch (WebApplicationException refused) {
            return resultOf(refused.getResponse().getStatus());
        } catch (CircuitBreakerOpenException | BulkheadException circuitOpen) {
            return new Result(Outcome.NOT_NOW, "the circuit to the gateway is open");
        } catch (ProcessingException failed) {
            LOG.debugf(failed, "The gateway did not accept message %s", message.reference());
            return failed.getCause() instanceof ConnectException
                    ? new Result(Outcome.NOT_NOW, "the gateway cannot be reached")
                    : new Result(Outcome.UNKNOWN, "the gateway did not answer");
        } catch (RuntimeException unexpected) {
            LOG.warnf(unexpected, "Sending message %s to the SMS gateway: outcome unknown", message.reference());
            return new Result(Outcome.UNKNOWN, "the gateway's response could not be read");
        }
    }

    @Override
    public Proof proof(String reference) {
        try (Response response = gateway.status(reference)) {
            return response.getStatus() == 200 ? Proof.ACCEPTED : Proof.NONE;
        } catch (WebApplicationException refused) {
            return refused.getResponse().getStatus() == 404 ? Proof.NOT_ACCEPTED : Proof.NONE;
        } catch (RuntimeException unreachable) {
            LOG.debugf(unreachable, "The gateway could not be asked about %s", reference);
            return Proof.NONE;
        }
    }

    private static Result resultOf(int status) {
        if (status >= 200 && status < 300) {
            return new Result(Outcome.DELIVERED, "accepted by the gateway");
        }
        if (status == 429 || status == 503) {
            return new Result(Outcome.NOT_NOW, "the gateway asked to retry later");
        }
        if (status >= 500) {
            return new Result(Outcome.UNKNOWN, "the gateway failed with " + status);
        }
        return new Result(Outcome.REJECTED, "the gateway rejected it with " + status);
    }
}
