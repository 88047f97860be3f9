package dev.kida.spring;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingOperationError;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * BlockHound is installed for every test of the module: what blocks an event loop of Netty, or a thread of Reactor that must
 * not block, fails there. What servers do on such a thread within themselves is theirs; nothing of ours is allowed.
 */
public final class ServerThreads implements BlockHoundIntegration {

    private static final String TIMER = "java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue";

    private static final Queue<BlockingOperationError> BLOCKED = new ConcurrentLinkedQueue<>();

    @Override
    public void applyTo(BlockHound.Builder builder) {
        // For nonces and session identifiers: /dev/urandom is a file, but one that answers at once.
        builder.allowBlockingCallsInside("sun.security.provider.NativePRNG$RandomIO", "readFully");
        // As in the tests of the engine: the queue of a timer, whose lock Reactor's own timers take as well, and a
        // cache.
        builder.allowBlockingCallsInside(TIMER, "remove");
        builder.allowBlockingCallsInside(TIMER, "offer");
        // The queue and the list of threads of an executor that a page is handed to.
        builder.allowBlockingCallsInside("java.util.concurrent.ThreadPoolExecutor", "execute");
        builder.allowBlockingCallsInside("com.github.benmanes.caffeine.cache.BoundedLocalCache", "put");
        // Locks that servers hold for a moment: in the memory management of Netty, and around the state of a
        // connection.
        builder.allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator", "allocate");
        builder.allowBlockingCallsInside("org.eclipse.jetty.util.thread.AutoLock", "lock");
        builder.allowBlockingCallsInside("org.apache.coyote.AbstractProcessor", "action");
        builder.allowBlockingCallsInside("org.apache.coyote.Response", "doWrite");
        // Texts of Tomcat, which its classes read when they are initialised.
        builder.allowBlockingCallsInside("org.apache.tomcat.util.res.StringManager", "getManager");
        initialize("jakarta.servlet.http.Cookie");
        builder.blockingMethodCallback(method -> {
            BlockingOperationError problem = new BlockingOperationError(method);
            BLOCKED.add(problem);
            throw problem;
        });
    }

    /** A class that reads its texts from its jar. Were this to fail, the class would be lost to all tests that follow. */
    private static void initialize(String type) {
        try {
            Class.forName(type);
        } catch (ClassNotFoundException notHere) {
            throw new IllegalStateException(notHere);
        }
    }

    /** What has blocked since the last call, whoever caught the error. */
    public static List<BlockingOperationError> takeBlocked() {
        List<BlockingOperationError> taken = List.copyOf(BLOCKED);
        BLOCKED.removeAll(taken);
        return taken;
    }
}
