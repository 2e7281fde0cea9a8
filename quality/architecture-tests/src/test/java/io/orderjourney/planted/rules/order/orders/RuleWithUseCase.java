package io.orderjourney.planted.rules.order.orders;

import io.orderjourney.planted.rules.order.orders.usecase.SomeHandler;

class RuleWithUseCase {
    void run() {
        new SomeHandler();
    }
}
