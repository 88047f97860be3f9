package dev.kida.spring;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.util.MimeType;

/** The content type of a page. Pages are encoded in UTF-8, so that is what their content type says, whatever was asked for. */
public final class PageContentType {

    private PageContentType() {}

    /** The type with UTF-8 as its charset. */
    public static MediaType utf8(MimeType type) {
        return new MediaType(MediaType.asMediaType(type), StandardCharsets.UTF_8);
    }
}
