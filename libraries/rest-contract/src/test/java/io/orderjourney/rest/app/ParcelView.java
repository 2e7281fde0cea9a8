package io.orderjourney.rest.app;

record ParcelView(long id, String name, long version) {}
