package io.orderjourney.order.inquiries;

import io.orderjourney.contracts.Desk;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What customers ask about, and which desk knows it: settings of the shop, so that it routes by its own topics.
 *
 * @param name capitals and underscores
 * @param desk who answers
 * @param position where it stands in the list of a form; the smallest number comes first
 * @param complaint whether it is answered with an apology, and what will be done
 * @param chase whether the customer asks because the shop said too little about their order
 */
public record InquiryTopic(String name, Desk desk, int position, boolean complaint, boolean chase) {

    private static final String COMPLAINT = "complaint";
    private static final String CHASE = "chase";

    /**
     * Reads settings such as {@code DAMAGE=CUSTOMER_CARE 60 complaint}.
     *
     * @return the topics by their names, in the order in which a form lists them
     * @throws IllegalArgumentException if one cannot be read
     */
    public static Map<String, InquiryTopic> read(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> read(setting.getKey(), setting.getValue()))
                .sorted(Comparator.comparingInt(InquiryTopic::position).thenComparing(InquiryTopic::name))
                .collect(Collectors.toMap(
                        InquiryTopic::name, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    private static InquiryTopic read(String name, String setting) {
        String[] words = setting.strip().split("\\s+");
        if (words.length < 2 || !words[1].matches("[0-9]{1,4}")) {
            throw new IllegalArgumentException("Topic " + name + " needs a desk and a position");
        }
        Set<String> more = new TreeSet<>();
        for (int index = 2; index < words.length; index++) {
            more.add(words[index]);
        }
        if (!Set.of(COMPLAINT, CHASE).containsAll(more)) {
            throw new IllegalArgumentException("Topic " + name + " is a " + COMPLAINT + ", a " + CHASE + " or neither");
        }
        return new InquiryTopic(
                name,
                Desk.valueOf(words[0]),
                Integer.parseInt(words[1]),
                more.contains(COMPLAINT),
                more.contains(CHASE));
    }
}
