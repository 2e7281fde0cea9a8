package io.orderjourney.testservers;

/** Where the servers of a test run come from. */
interface Source {

    /** For people: which servers these are. */
    String description();

    /** Starts PostgreSQL and answers with its maintenance database. */
    Database startPostgres();

    /** Starts Kafka and answers with its bootstrap servers. */
    String startKafka();
}
