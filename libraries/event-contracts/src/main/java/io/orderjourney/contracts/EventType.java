package io.orderjourney.contracts;

/**
 * A fact's public name. Wire names and released versions are law: within a version only optional fields are added, and
 * a Java record may be renamed without anybody outside noticing.
 *
 * @param wireName {@code <topic>.<fact in past tense>.v<n>}, the {@code ce_type} header
 * @param topic the Kafka topic it travels on
 * @param dataType the record that its JSON data is read into
 */
public record EventType<T>(String wireName, String topic, Class<T> dataType) {

    /** @throws IllegalArgumentException if the wire name does not begin with the topic or does not end with a version */
    public EventType {
        if (!wireName.startsWith(topic + ".") || !wireName.matches(".*\\.v[1-9][0-9]*")) {
            throw new IllegalArgumentException("Not a wire name of topic " + topic + ": " + wireName);
        }
    }

    @Override
    public String toString() {
        return wireName;
    }
}
