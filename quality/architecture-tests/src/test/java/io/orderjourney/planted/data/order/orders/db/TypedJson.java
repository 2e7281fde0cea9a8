package io.orderjourney.planted.data.order.orders.db;

import com.fasterxml.jackson.databind.ObjectMapper;

class TypedJson {
    ObjectMapper mapper() {
        ObjectMapper mapper = new ObjectMapper();
        return mapper.activateDefaultTyping(mapper.getPolymorphicTypeValidator());
    }
}
