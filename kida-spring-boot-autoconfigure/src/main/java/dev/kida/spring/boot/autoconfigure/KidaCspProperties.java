package dev.kida.spring.boot.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Properties of the Content-Security-Policy. */
@ConfigurationProperties("kida.csp")
public class KidaCspProperties {

    /**
     * Content-Security-Policy to send with pages, with "{nonce}" where the nonce of the page belongs. None when not set.
     */
    private @Nullable String policy;

    /**
     * Whether browsers only report what the policy forbids.
     */
    private boolean reportOnly;

    /**
     * Request attribute in which a filter of the application leaves a nonce, if it makes one.
     */
    private String nonceAttribute = "cspNonce";

    public @Nullable String getPolicy() {
        return this.policy;
    }

    public void setPolicy(@Nullable String policy) {
        this.policy = policy;
    }

    public boolean isReportOnly() {
        return this.reportOnly;
    }

    public void setReportOnly(boolean reportOnly) {
        this.reportOnly = reportOnly;
    }

    public String getNonceAttribute() {
        return this.nonceAttribute;
    }

    public void setNonceAttribute(String nonceAttribute) {
        this.nonceAttribute = nonceAttribute;
    }
}
