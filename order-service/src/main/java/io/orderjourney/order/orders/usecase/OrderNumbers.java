package io.orderjourney.order.orders.usecase;

import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The numbers of orders that are placed together: the storefront's own, and new ones where it gave none. */
@ApplicationScoped
class OrderNumbers {

    private final Orders orders;

    OrderNumbers(Orders orders) {
        this.orders = orders;
    }

    /** @param given as the storefront numbered its orders; null where it did not */
    Free of(List<@Nullable String> given) {
        Set<String> own = given.stream().filter(Objects::nonNull).collect(Collectors.toSet());
        int missing = (int) given.stream().filter(Objects::isNull).count();
        Deque<String> drawn = new ArrayDeque<>();
        while (drawn.size() < missing) {
            drawn.addAll(orders.nextNumbers(missing - drawn.size()));
            drawn.removeAll(own);
        }
        return new Free(own.isEmpty() ? new HashSet<>() : new HashSet<>(orders.numbersTaken(own)), drawn);
    }

    /** Numbers that these orders can have, each once. */
    static final class Free {

        private final Set<String> gone;
        private final Deque<String> drawn;

        Free(Set<String> gone, Deque<String> drawn) {
            this.gone = gone;
            this.drawn = drawn;
        }

        /**
         * The number that the storefront gave, or a new one.
         *
         * @throws Order.NumberTaken if another order has it, or one before this one took it
         */
        String take(@Nullable String given) {
            if (given == null) {
                return drawn.remove();
            }
            if (!gone.add(given)) {
                throw new Order.NumberTaken();
            }
            return given;
        }
    }
}
