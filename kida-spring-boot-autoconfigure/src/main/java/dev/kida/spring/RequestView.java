package dev.kida.spring;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The request as templates see it under the name {@code request}, unless the model has something else of that name.
 *
 * @param method the HTTP method
 * @param path the path within the application
 * @param contextPath what the application's URLs begin with
 * @param query the first value of each parameter of the query
 * @param queryValues all values of each parameter of the query
 * @param locale the locale of the response
 */
public record RequestView(
        String method,
        String path,
        String contextPath,
        Map<String, String> query,
        Map<String, List<String>> queryValues,
        @Nullable Locale locale) {

    static RequestView of(RequestFacts facts) {
        Map<String, List<String>> all = parse(facts.query());
        Map<String, String> first = new LinkedHashMap<>();
        all.forEach((name, values) -> first.put(name, values.get(0)));
        return new RequestView(
                facts.method(),
                facts.path(),
                facts.contextPath(),
                Collections.unmodifiableMap(first),
                Collections.unmodifiableMap(all),
                facts.locale());
    }

    private static Map<String, List<String>> parse(@Nullable String query) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        if (query != null) {
            MultiValueMap<String, String> raw =
                    UriComponentsBuilder.newInstance().query(query).build().getQueryParams();
            raw.forEach((name, values) -> all.put(
                    decode(name), values.stream().map(RequestView::decode).toList()));
        }
        return all;
    }

    /** What a client has encoded wrongly stays as it came. */
    private static String decode(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String spaced = text.replace('+', ' ');
        try {
            return UriUtils.decode(spaced, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return spaced;
        }
    }
}
