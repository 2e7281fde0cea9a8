package io.orderjourney.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortPlanTest {

    @Test
    void ten_places_have_ten_ports_in_a_row() {
        PortPlan plan = new PortPlan(9100);

        Stream<Integer> services = Arrays.stream(ServiceName.values()).map(plan::service);
        Stream<Integer> others = Stream.of(
                plan.frontDoor(),
                plan.kafka(),
                plan.kafkaController(),
                plan.postgres(),
                plan.smtp(),
                plan.simulators());

        assertThat(Stream.concat(services, others))
                .containsExactlyInAnyOrder(9100, 9101, 9102, 9103, 9104, 9105, 9106, 9107, 9108, 9109);
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
    void a_base_without_room_for_ten_is_refused() {
        assertThatThrownBy(() -> new PortPlan(65_530)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PortPlan(80)).isInstanceOf(IllegalArgumentException.class);
    }
}
