package dev.kida.spring;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * BlockHound is installed for every test of the module: what blocks an event loop of Netty, or a thread of Reactor that must
 * not block, fails. This is what they may do nevertheless.
 */
public final class ServerThreads implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        // For nonces and session identifiers: /dev/urandom is a file, but one that answers at once.
        builder.allowBlockingCallsInside("sun.security.provider.NativePRNG$RandomIO", "readFully");
    }
}
