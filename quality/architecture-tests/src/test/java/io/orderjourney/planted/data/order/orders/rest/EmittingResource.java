package io.orderjourney.planted.data.order.orders.rest;

import org.eclipse.microprofile.reactive.messaging.Emitter;

class EmittingResource {
    void emit(Emitter<String> emitter) {
        emitter.send("order placed");
    }
}
