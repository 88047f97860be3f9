package dev.kida.spring.webflux;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.AbstractServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.ClassUtils;
import reactor.netty.http.server.HttpServerResponse;

/**
 * The thread that reads from and writes to a connection, where the server is Reactor Netty.
 *
 * <p>A response whose length is known, written by another thread, can be complete for the client before the server has ended
 * the exchange. The next request of a client that keeps the connection then comes into a response that has not ended, is
 * queued, and Reactor Netty 1.3.7 may not read from the connection again
 * (https://github.com/reactor/reactor-netty/issues/4361). A response in chunks ends for both at once.
 */
final class ConnectionThread {

    private static final boolean HAS_NETTY = ClassUtils.isPresent(
            "reactor.netty.http.server.HttpServerResponse", ConnectionThread.class.getClassLoader());

    private ConnectionThread() {}

    /** Whether the response belongs to such a thread, and this is another one: that of a cold template or of a query. */
    static boolean isLeft(ServerHttpResponse response) {
        return HAS_NETTY && response instanceof AbstractServerHttpResponse server && Netty.isLeft(server);
    }

    /** Not loaded without Netty. */
    private static final class Netty {

        static boolean isLeft(AbstractServerHttpResponse server) {
            AtomicBoolean left = new AtomicBoolean();
            if (nativeOf(server) instanceof HttpServerResponse response) {
                response.withConnection(
                        connection -> left.set(!connection.channel().eventLoop().inEventLoop()));
            }
            return left.get();
        }

        private static @Nullable Object nativeOf(AbstractServerHttpResponse server) {
            try {
                return server.getNativeResponse();
            } catch (IllegalStateException mock) {
                return null;
            }
        }
    }
}
