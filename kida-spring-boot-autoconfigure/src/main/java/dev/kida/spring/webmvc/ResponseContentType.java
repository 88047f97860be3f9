package dev.kida.spring.webmvc;

import dev.kida.spring.PageContentType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
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
