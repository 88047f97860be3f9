package dev.kida.spring.webmvc;

import dev.kida.spring.PageContentType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.View;

/** Sets the content type of a page: what was negotiated, what the handler produces, what it has set, or the default. */
final class ResponseContentType {

    private ResponseContentType() {}

    static void set(HttpServletRequest request, HttpServletResponse response, MediaType defaultType) {
        MediaType type = negotiated(request);
        if (type == null) {
            type = ofHandler(response.getContentType());
        }
        if (type == null) {
            type = defaultType;
        }
        response.setContentType(PageContentType.utf8(type).toString());
    }

    /**
     * What a view is negotiated as: the default, or HTML for a client that would rather have it. Every browser asks for HTML
     * first, and Boot's resolver of JSPs has HTML of any name, which then is not there.
     */
    static MediaType offered(MediaType defaultType) {
        if (defaultType.isCompatibleWith(MediaType.TEXT_HTML)
                || !(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current)) {
            return defaultType;
        }
        for (MediaType accepted : accepted(current.getRequest())) {
            if (accepted.isCompatibleWith(defaultType)) {
                return defaultType;
            }
            if (accepted.isCompatibleWith(MediaType.TEXT_HTML)) {
                return PageContentType.utf8(MediaType.TEXT_HTML);
            }
        }
        return defaultType;
    }

    private static List<MediaType> accepted(HttpServletRequest request) {
        try {
            List<MediaType> accepted =
                    MediaType.parseMediaTypes(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
            MimeTypeUtils.sortBySpecificity(accepted);
            return accepted;
        } catch (InvalidMediaTypeException | InvalidMimeTypeException unreadable) { // or too many
            return List.of(); // negotiation refuses the request
        }
    }

    /** Also of such a one the charset is that of the page; one that nobody can read is as good as none. */
    private static @Nullable MediaType ofHandler(@Nullable String contentType) {
        try {
            return contentType == null ? null : MediaType.parseMediaType(contentType);
        } catch (InvalidMediaTypeException unreadable) {
            return null;
        }
    }

    private static @Nullable MediaType negotiated(HttpServletRequest request) {
        if (request.getAttribute(View.SELECTED_CONTENT_TYPE) instanceof MediaType selected && selected.isConcrete()) {
            return selected;
        }
        if (request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE) instanceof Collection<?> types) {
            return types.stream()
                    .filter(type -> type instanceof MediaType mediaType && mediaType.isConcrete())
                    .map(MediaType.class::cast)
                    .findFirst()
                    .orElse(null);
        }
        return null;
    }
}
