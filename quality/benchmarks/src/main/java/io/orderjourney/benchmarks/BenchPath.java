package io.orderjourney.benchmarks;

/** One path through the product that is measured. */
interface BenchPath {

    /** Steps that a run shows as progress. */
    int steps(boolean quick);

    /**
     * Measures.
     *
     * @throws AssertionError if a count is wrong: then nothing that was measured means anything
     */
    PathResult run(BenchStack stack, boolean quick, ProgressBar progress) throws Exception;
}
