package io.orderjourney.order.desks;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.orderjourney.order.Shop;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class DeskStoryTest {

    @Test
    void every_desk_is_listed_with_its_phone_and_hours() {
        Shop.as("shop")
                .get("/api/v1/desks")
                .then()
                .statusCode(200)
                .body("zone", equalTo("Europe/Warsaw"))
                .body("desks", hasSize(6))
                .body("desks.phone", hasItems("+48221000010", "+48221000050"))
                .body("desks.find { it.desk == 'SALES' }.hours", equalTo("Mon-Fri 09:00-20:00; Sat 10:00-16:00"));
        Shop.as("supplier").get("/api/v1/desks").then().statusCode(403);
        Shop.as("nobody").get("/api/v1/desks").then().statusCode(401);
    }
}
