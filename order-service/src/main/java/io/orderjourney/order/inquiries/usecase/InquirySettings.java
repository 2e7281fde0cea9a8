package io.orderjourney.order.inquiries.usecase;

import io.orderjourney.order.inquiries.InquiryTopic;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How this shop takes inquiries in. */
@ApplicationScoped
public class InquirySettings {

    private final Map<String, InquiryTopic> topics;
    private final int interimDaysMax;
    private final int formsPerHourMax;
    private final String stockTopic;
    private final String repairTopic;
    private final String missedCallTopic;

    InquirySettings(
            @ConfigProperty(name = "journey.inquiries.topics") Map<String, String> topics,
            @ConfigProperty(name = "journey.inquiries.interim-days-max") int interimDaysMax,
            @ConfigProperty(name = "journey.inquiries.forms-per-hour-max") int formsPerHourMax,
            @ConfigProperty(name = "journey.inquiries.stock-topic") String stockTopic,
            @ConfigProperty(name = "journey.inquiries.repair-topic") String repairTopic,
            @ConfigProperty(name = "journey.inquiries.missed-call-topic") String missedCallTopic) {
        this.topics = InquiryTopic.read(topics);
        this.interimDaysMax = interimDaysMax;
        this.formsPerHourMax = formsPerHourMax;
        this.stockTopic = stockTopic;
        this.repairTopic = repairTopic;
        this.missedCallTopic = missedCallTopic;
    }

    /** The topics that a customer can choose, by their names, in the order in which a form lists them. */
    public Map<String, InquiryTopic> topics() {
        return topics;
    }

    /** So many business days ahead an answer may be put off with an interim reply. */
    int interimDaysMax() {
        return interimDaysMax;
    }

    /** So many forms of the contact page are taken in an hour: a program that sends more is told to wait. */
    int formsPerHourMax() {
        return formsPerHourMax;
    }

    /** The topic of those who want to be told when an article is there again. */
    public String stockTopic() {
        return stockTopic;
    }

    /** The topic of those who brought an article back to be repaired. */
    public String repairTopic() {
        return repairTopic;
    }

    /** The topic of those who called and were not answered. */
    public String missedCallTopic() {
        return missedCallTopic;
    }
}
