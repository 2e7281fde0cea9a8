package io.orderjourney.testservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.DockerClient;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;

class TestServersTest {

    @Test
    void postgres_is_version_18() throws SQLException {
        try (Connection connection = TestServers.postgres().connect()) {
            assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(18);
        }
    }

    @Test
    void a_fresh_database_is_empty_even_when_one_of_its_name_is_in_use() throws SQLException {
        Database first = TestServers.freshDatabase("orders");
        try (Connection inUse = first.connect();
                Statement statement = inUse.createStatement()) {
            statement.execute("create table phone (name text)");

            Database second = TestServers.freshDatabase("orders");

            try (Connection connection = second.connect();
                    ResultSet tables = connection.getMetaData().getTables(null, "public", "phone", null)) {
                assertThat(tables.next()).isFalse();
            }
        }
    }

    @Test
    void a_name_that_is_no_plain_name_is_refused() {
        assertThatThrownBy(() -> TestServers.freshDatabase("orders; drop database orders"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void servers_of_a_misspelt_source_are_refused_rather_than_guessed() {
        assertThatThrownBy(() -> TestServers.named("container"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("containers or embedded");
    }

    @Test
    void kafka_answers_and_is_the_same_for_everybody() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestServers.kafka()))) {
            assertThat(admin.describeCluster().nodes().get()).hasSize(1);
        }
        assertThat(TestServers.kafka()).isEqualTo(TestServers.kafka());
    }

    @Test
    void a_second_copy_of_the_class_uses_the_servers_of_the_first() throws Exception {
        String first = TestServers.kafka();
        URL classes = TestServers.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
            Class<?> copy = loader.loadClass(TestServers.class.getName());

            assertThat(copy).isNotSameAs(TestServers.class);
            assertThat(copy.getMethod("kafka").invoke(null)).isEqualTo(first);
        }
    }

    @Test
    void testcontainers_is_asked_only_where_a_setting_or_a_socket_leads_to_docker(@TempDir Path directory)
            throws IOException {
        Path missing = directory.resolve("docker.sock");
        Path there = Files.createFile(directory.resolve("desktop.sock"));

        assertThat(ContainerSource.somethingLeadsToDocker(Stream.empty(), Stream.of(missing)))
                .isFalse();
        assertThat(ContainerSource.somethingLeadsToDocker(Stream.empty(), Stream.of(missing, there)))
                .isTrue();
        assertThat(ContainerSource.somethingLeadsToDocker(Stream.of("tcp://docker:2375"), Stream.of(missing)))
                .isTrue();
    }

    @Test
    void testcontainers_can_make_the_client_with_which_it_talks_to_an_engine(@TempDir Path directory) throws Exception {
        // Testcontainers takes a client that does not fit for an engine that does not answer.
        TransportConfig nowhere = TransportConfig.builder()
                .dockerHost(URI.create("unix://" + directory.resolve("docker.sock")))
                .build();
        try (DockerClient client = DockerClientProviderStrategy.getClientForConfig(nowhere)) {
            assertThat(client).isNotNull();
        }
    }

    @Test
    void a_service_under_test_gets_everything_it_needs() {
        JourneyServers servers = new JourneyServers();
        servers.init(Map.of("database", "some_service"));

        Map<String, String> settings = servers.start();

        assertThat(settings)
                .containsEntry("kafka.bootstrap.servers", TestServers.kafka())
                .containsEntry("journey.kafka.create-topics", "true")
                .containsEntry("quarkus.http.test-port", "0")
                .hasEntrySatisfying(
                        "quarkus.datasource.jdbc.url", url -> assertThat(url).contains("/some_service"));
        assertThat(Path.of(settings.get("journey.clock.file"))).doesNotExist();
    }

    @Test
    void two_services_under_test_share_neither_database_nor_clock() {
        Map<String, String> one = new JourneyServers().start();
        Map<String, String> other = new JourneyServers().start();

        assertThat(one.get("quarkus.datasource.jdbc.url")).isNotEqualTo(other.get("quarkus.datasource.jdbc.url"));
        assertThat(one.get("journey.clock.file")).isNotEqualTo(other.get("journey.clock.file"));
    }
}
