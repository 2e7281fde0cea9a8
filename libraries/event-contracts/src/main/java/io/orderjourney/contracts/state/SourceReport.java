package io.orderjourney.contracts.state;

/**
 * A service is alive, and how far it is with telling: others know how old their news of it is, also when nothing happens there.
 *
 * @param unpublishedForSeconds how long the oldest fact that is not published yet has been waiting; 0 if none waits
 */
public record SourceReport(int unpublishedForSeconds) {}
