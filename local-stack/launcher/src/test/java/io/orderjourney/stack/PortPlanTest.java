package io.orderjourney.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortPlanTest {

    @Test
    void every_place_has_a_port_in_one_row() {
        PortPlan plan = new PortPlan(9100);

        Stream<Integer> services = Arrays.stream(ServiceName.values()).map(plan::service);
        Stream<Integer> management = Arrays.stream(ServiceName.values()).map(plan::management);
        Stream<Integer> others = Stream.of(
                plan.frontDoor(),
                plan.kafka(),
                plan.kafkaController(),
                plan.postgres(),
                plan.smtp(),
                plan.simulators());

        assertThat(Stream.of(services, others, management).flatMap(ports -> ports))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(9100, 9113).boxed().toList());
    }

    @Test
    void a_port_that_is_taken_is_named_with_its_place() throws Exception {
        PortPlan plan = PortPlan.free();
        try (ServerSocket somebody = new ServerSocket()) {
            somebody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), plan.postgres()));

            assertThat(plan.taken()).containsExactly("port " + plan.postgres() + " (PostgreSQL)");
        }
    }

    @Test
    void a_base_without_room_for_the_row_is_refused() {
        assertThatThrownBy(() -> new PortPlan(65_530)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PortPlan(80)).isInstanceOf(IllegalArgumentException.class);
    }
}
