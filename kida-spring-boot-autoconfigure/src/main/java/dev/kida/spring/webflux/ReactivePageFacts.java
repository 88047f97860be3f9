package dev.kida.spring.webflux;

import dev.kida.spring.RequestFacts;
import java.util.TimeZone;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.TimeZoneAwareLocaleContext;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/** Reads what a render knows of an exchange. */
final class ReactivePageFacts {

    private ReactivePageFacts() {}

    static RequestFacts of(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        LocaleContext locale = exchange.getLocaleContext();
        TimeZone zone = locale instanceof TimeZoneAwareLocaleContext aware ? aware.getTimeZone() : null;
        return new RequestFacts(
                request.getMethod().name(),
                request.getPath().pathWithinApplication().value(),
                request.getPath().contextPath().value(),
                request.getURI().getRawQuery(),
                locale.getLocale(),
                zone,
                request.getHeaders()::getFirst,
                exchange::transformUrl);
    }
}
