package dev.kida.sample;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * BlockHound is installed for every test of the sample: what blocks an event loop of Netty, or a thread of Reactor that must
 * not block, fails there. What libraries do within themselves is theirs; nothing of Kida's or of the shop's is allowed.
 */
public final class EventLoops implements BlockHoundIntegration {

    private static final String TIMER = "java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue";

    @Override
    public void applyTo(BlockHound.Builder builder) {
        // For nonces and session identifiers: /dev/urandom is a file, but one that answers at once.
        builder.allowBlockingCallsInside("sun.security.provider.NativePRNG$RandomIO", "readFully");
        // Locks that are held for a moment: of timers, of caches, of the memory management of Netty.
        builder.allowBlockingCallsInside(TIMER, "remove");
        builder.allowBlockingCallsInside(TIMER, "offer");
        builder.allowBlockingCallsInside("com.github.benmanes.caffeine.cache.BoundedLocalCache", "put");
        builder.allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator", "allocate");
        // Files of the class path, which Spring and Hibernate's validator read where they first need them.
        builder.allowBlockingCallsInside(
                "org.springframework.context.support.ResourceBundleMessageSource", "doGetBundle");
        builder.allowBlockingCallsInside(
                "org.hibernate.validator.resourceloading.PlatformResourceBundleLocator", "getResourceBundle");
        builder.allowBlockingCallsInside("org.springframework.core.io.AbstractFileResolvingResource", "checkReadable");
    }
}
