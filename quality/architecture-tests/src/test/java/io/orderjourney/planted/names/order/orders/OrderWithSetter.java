package io.orderjourney.planted.names.order.orders;

final class OrderWithSetter {
    private String status = "NEW";

    void setOrderStatus(String status) {
        this.status = status;
    }
}
