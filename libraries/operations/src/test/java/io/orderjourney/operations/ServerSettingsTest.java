package io.orderjourney.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.operations.ServerSettings.Objection;
import io.orderjourney.operations.ServerSettings.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerSettingsTest {

    private static final Map<String, String> SAFE_DATABASE = Map.of(
            "fsync", "on",
            "full_page_writes", "on",
            "synchronous_commit", "on",
            "zero_damaged_pages", "off",
            "data_sync_retry", "off",
            "transaction_read_only", "off",
            "data_checksums", "on",
            "restart_after_crash", "on");

    private static final Map<String, String> SAFE_TOPIC = Map.of(
            "unclean.leader.election.enable", "false",
            "min.insync.replicas", "2",
            "cleanup.policy", "delete",
            "retention.ms", "604800000");

    @Test
    void a_server_as_it_should_be_is_not_objected_to() {
        assertThat(ServerSettings.ofDatabase(SAFE_DATABASE)).isEmpty();
        assertThat(ServerSettings.ofTopic(new Topic("orders", 4, 3, SAFE_TOPIC), false))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, off, true",
        "full_page_writes, off, true",
        "synchronous_commit, off, true",
        "synchronous_commit, local, true",
        "zero_damaged_pages, on, true",
        "data_sync_retry, on, true",
        "transaction_read_only, on, true",
        "data_checksums, off, false",
        "restart_after_crash, off, false"
    })
    void each_setting_of_postgresql_that_a_guarantee_rests_on_is_looked_at(
            String setting, String value, boolean loses) {
        assertThat(ServerSettings.ofDatabase(with(SAFE_DATABASE, setting, value)))
                .singleElement()
                .satisfies(objection -> {
                    assertThat(objection.toString()).startsWith(setting + " is " + value);
                    assertThat(objection.loses()).isEqualTo(loses);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "unclean.leader.election.enable, true, true",
        "min.insync.replicas, 1, false",
        "cleanup.policy, compact, true",
        "retention.ms, 604799999, false"
    })
    void each_setting_of_a_topic_that_a_guarantee_rests_on_is_looked_at(String setting, String value, boolean loses) {
        assertThat(ServerSettings.ofTopic(new Topic("orders", 4, 3, with(SAFE_TOPIC, setting, value)), false))
                .singleElement()
                .satisfies(objection -> {
                    assertThat(objection.setting()).isEqualTo(setting + " of topic orders");
                    assertThat(objection.loses()).isEqualTo(loses);
                });
    }

    @Test
    void a_topic_with_another_number_of_partitions_or_too_few_replicas_is_objected_to() {
        assertThat(ServerSettings.ofTopic(new Topic("orders", 6, 3, SAFE_TOPIC), false))
                .extracting(Objection::loses)
                .containsExactly(true);
        assertThat(ServerSettings.ofTopic(new Topic("orders", 4, 2, SAFE_TOPIC), false))
                .extracting(Objection::loses)
                .containsExactly(false);
    }

    @Test
    void a_topic_of_states_is_compacted_and_may_keep_them_as_long_as_it_wants() {
        Map<String, String> compacted = with(with(SAFE_TOPIC, "cleanup.policy", "compact"), "retention.ms", "1000");

        assertThat(ServerSettings.ofTopic(new Topic("journeys", 4, 3, compacted), true))
                .isEmpty();
        assertThat(ServerSettings.ofTopic(new Topic("journeys", 4, 3, SAFE_TOPIC), true))
                .hasSize(1);
    }

    @Test
    void production_does_not_start_with_a_database_that_can_lose_what_it_acknowledged() {
        List<Objection> unsafe = ServerSettings.ofDatabase(with(SAFE_DATABASE, "fsync", "off"));
        List<Objection> hard = ServerSettings.ofDatabase(with(SAFE_DATABASE, "data_checksums", "off"));

        assertThatThrownBy(() -> DatabaseSettingsCheck.refuseOrWarn(unsafe, false))
                .hasMessageContaining("fsync is off, not on")
                .hasMessageContaining("docs/server-settings.md");
        assertThatCode(() -> DatabaseSettingsCheck.refuseOrWarn(unsafe, true)).doesNotThrowAnyException();
        assertThatCode(() -> DatabaseSettingsCheck.refuseOrWarn(hard, false)).doesNotThrowAnyException();
    }

    private static Map<String, String> with(Map<String, String> settings, String name, String value) {
        Map<String, String> other = new HashMap<>(settings);
        other.put(name, value);
        return other;
    }
}
