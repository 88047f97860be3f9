package dev.kida.spring;

import dev.kida.render.RenderOptions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The Content-Security-Policy of pages, and the nonce that {@code csp_nonce()} prints. The nonce is the one which a filter has
 * left as an attribute of the request, or else a new one for each response.
 *
 * @param policy the value of the header, with <code>{nonce}</code> where the nonce belongs; null to send none
 * @param reportOnly whether the browser only reports
 * @param attribute the request attribute with the nonce of a filter
 */
public record CspPolicy(@Nullable String policy, boolean reportOnly, String attribute) {

    /** The attribute of the request with the nonce that the response has, wherever it came from. */
    public static final String NONCE = CspPolicy.class.getName() + ".NONCE";

    private static final int BYTES = 16;
    private static final String METADATA = "csp_nonce";
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * Settles the nonce.
     *
     * @param given the attribute of the request, null for none
     * @param store keeps the nonce for other views of the same response
     * @param header sets a header of the response
     */
    public RenderOptions addTo(
            RenderOptions options,
            @Nullable Object given,
            BiConsumer<String, String> store,
            BiConsumer<String, String> header) {
        if (given instanceof String nonce) {
            store.accept(NONCE, nonce);
            return options.withMetadata(METADATA, nonce);
        }
        if (policy == null) {
            return options;
        }
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        store.accept(attribute, nonce);
        store.accept(NONCE, nonce);
        header.accept(
                reportOnly ? "Content-Security-Policy-Report-Only" : "Content-Security-Policy",
                policy.replace("{nonce}", nonce));
        return options.withMetadata(METADATA, nonce);
    }
}
