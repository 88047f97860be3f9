package dev.kida.spring.webmvc;

import dev.kida.spring.ReactiveTypes;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.http.MediaType;

/**
 * How pages are written on the servlet stack.
 *
 * @param types tells which model attributes are asynchronous
 * @param contentType the content type when the request does not decide otherwise
 * @param holdBack how many bytes of a page are held back before it is begun to be sent
 * @param waitTimeout how long a thread may block for one value
 * @param asyncTimeout how long a whole page may take once it has left the request thread, null for any time
 * @param executor continues pages whose values have arrived; null to block the request thread instead, which is right
 *     when it is a virtual one
 * @param customizers add to what a render knows of its request
 */
public record PageRendering(
        ReactiveTypes types,
        MediaType contentType,
        int holdBack,
        Duration waitTimeout,
        @Nullable Duration asyncTimeout,
        @Nullable AsyncTaskExecutor executor,
        List<ServletRenderCustomizer> customizers) {}
