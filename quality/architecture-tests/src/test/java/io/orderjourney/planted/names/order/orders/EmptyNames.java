package io.orderjourney.planted.names.order.orders;

/** One of each kind that says nothing. */
final class EmptyNames {

    static final class OrderService {}

    static final class OrderManager {}

    static final class DateUtil {}

    static final class StringUtils {}

    static final class CommonOrder {}

    static final class OrderHelper {}

    static final class OrdersImpl {}

    static final class OrderDTO {}

    static final class OrderDto {}

    static final class PaymentProcessor {}

    static final class OrderFacade {}

    static final class BaseOrder {}

    static final class OrderBase {}

    abstract static class AbstractOrder {}

    /** These contain the letters, but not the words. */
    static final class DatabaseBased {}

    static final class ImplicitAbstraction {}

    static final class Utilization {}
}
