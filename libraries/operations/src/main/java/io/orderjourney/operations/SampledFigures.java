package io.orderjourney.operations;

/**
 * Figures for the operator that cost a question to the database or the broker. One loop of the process asks every few seconds and the answers
 * are kept, so a scrape asks nothing.
 */
public interface SampledFigures {

    /** Asks, and keeps the answers. If it throws, the figures are unknown until the next sample. */
    void sample();

    /** The figures are unknown from now on: an old number would look like a fact. */
    void forget();
}
