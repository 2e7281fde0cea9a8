package io.orderjourney.foresight;

/**
 * Whom to warn early, a given time before the due date. Those are warned whose risk is so high that, of the last slips, the wanted share
 * had it: most customers who will be let down hear in good time, and few others are alarmed. Who is not warned now is warned at
 * the last useful time, if it is not done by then.
 */
public final class EarlyNoticePolicy {

    /** The risk that warns while no slips were seen. */
    static final double RISK_AT_FIRST = 0.9;

    private final double share;
    private final RecentSlips slips = new RecentSlips(RISK_AT_FIRST);

    /** @param share of the slips that is to be announced early, 0 to 1 */
    public EarlyNoticePolicy(double share) {
        this.share = share;
    }

    /** @param risk the chance that the due date passes, as {@link RemainingTime#openAfter} says it */
    public boolean warns(double risk) {
        return risk >= slips.reachedBy(share);
    }

    /** A due date passed: what its risk was when it was asked. */
    public void slipped(double risk) {
        slips.add(risk);
    }
}
