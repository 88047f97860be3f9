package dev.kida.spring;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * BlockHound is installed for every test of the module: what blocks an event loop of Netty fails. Other threads of Reactor are
 * not watched here; they write to Tomcat and Jetty in these tests, whose sockets have locks.
 */
public final class ServerThreads implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        builder.nonBlockingThreadPredicate(
                reactors -> thread -> thread.getName().startsWith("reactor-http"));
        // For nonces and session identifiers: /dev/urandom is a file, but one that answers at once.
        builder.allowBlockingCallsInside("sun.security.provider.NativePRNG$RandomIO", "readFully");
    }
}
