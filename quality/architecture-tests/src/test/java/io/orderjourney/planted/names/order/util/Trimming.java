package io.orderjourney.planted.names.order.util;

final class Trimming {}
