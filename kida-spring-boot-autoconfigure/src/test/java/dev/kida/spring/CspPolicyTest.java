package dev.kida.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.render.RenderOptions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CspPolicyTest {

    private final Map<String, String> attributes = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>();

    @Test
    void theNonceOfAFilterIsTakenAndItsHeaderLeftAlone() {
        RenderOptions options = settle(new CspPolicy("script-src 'nonce-{nonce}'", false, "nonce"), "given");

        assertThat(options.metadata()).containsEntry("csp_nonce", "given");
        assertThat(headers).isEmpty();
        assertThat(attributes).containsOnly(Map.entry(CspPolicy.NONCE, "given"));
    }

    @Test
    void withoutAPolicyThereIsNoNonce() {
        RenderOptions options = settle(new CspPolicy(null, false, "nonce"), null);

        assertThat(options.metadata()).doesNotContainKey("csp_nonce");
        assertThat(headers).isEmpty();
        assertThat(attributes).isEmpty();
    }

    @Test
    void eachResponseHasANonceOfItsOwnWhereverThePolicySaysSo() {
        CspPolicy policy = new CspPolicy("script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'", false, "nonce");
        RenderOptions options = settle(policy, null);
        String nonce = (String) options.metadata().get("csp_nonce");

        assertThat(nonce).matches("[A-Za-z0-9+/]{22}==");
        assertThat(headers)
                .containsOnly(Map.entry(
                        "Content-Security-Policy",
                        "script-src 'nonce-" + nonce + "'; style-src 'nonce-" + nonce + "'"));
        assertThat(attributes).containsOnly(Map.entry("nonce", nonce), Map.entry(CspPolicy.NONCE, nonce));
        assertThat(settle(policy, null).metadata()).doesNotContainEntry("csp_nonce", nonce);
        assertThat(settle(policy, nonce).metadata())
                .as("another view of the response")
                .containsEntry("csp_nonce", nonce);
    }

    @Test
    void aPolicyMayOnlyReport() {
        settle(new CspPolicy("default-src 'self'", true, "nonce"), null);

        assertThat(headers).containsOnly(Map.entry("Content-Security-Policy-Report-Only", "default-src 'self'"));
    }

    @Test
    void whatIsNoTextIsNoNonce() {
        assertThat(settle(new CspPolicy(null, false, "nonce"), 5).metadata()).doesNotContainKey("csp_nonce");
    }

    private RenderOptions settle(CspPolicy policy, Object given) {
        return policy.addTo(RenderOptions.defaults(), given, attributes::put, headers::put);
    }
}
