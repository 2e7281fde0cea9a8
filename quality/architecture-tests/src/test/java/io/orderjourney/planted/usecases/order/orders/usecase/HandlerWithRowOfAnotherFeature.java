package io.orderjourney.planted.usecases.order.orders.usecase;

import io.orderjourney.planted.usecases.order.calls.db.CallRow;

class HandlerWithRowOfAnotherFeature {
    CallRow row;
}
