package io.orderjourney.rest.idempotency;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a POST: the request needs an {@code Idempotency-Key}, and repeating it acts once. The method runs in one transaction
 * together with the memory of its response; {@code @Transactional} handlers below join it. Only a response of 200 to 299 is
 * remembered. A refusal is not: its transaction is rolled back, so the same request is judged anew when it comes again.
 *
 * <p>As the method runs inside a transaction, it must not call a partner: it writes down what is to be asked, and somebody
 * else asks. It may be run again after it gave way to another transaction, of which nothing was kept.
 *
 * <p>The key belongs to the caller: two callers may use the same one.
 *
 * <p>A {@link #coalesced} method runs in no transaction: it hands its {@link CurrentKey} to
 * {@link IdempotentRequests#runTogether}, which does many requests in one.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

    /** Whether the method itself sees to it that its request is done and remembered in one transaction with others. */
    @Nonbinding
    boolean coalesced() default false;
}
