package dev.kida.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kida.render.RenderOptions;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class RequestFactsTest {

    @Test
    void localeAndTimeZoneOfTheUserAreThoseOfTheRender() {
        RenderOptions options = facts(Locale.GERMANY, TimeZone.getTimeZone("Europe/Berlin"), name -> null)
                .addTo(RenderOptions.defaults());

        assertThat(options.locale()).isEqualTo(Locale.GERMANY);
        assertThat(options.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(options.metadata()).isEmpty();
    }

    @Test
    void whatHtmxSaysIsMetadata() {
        Map<String, String> headers = Map.of("HX-Request", "true", "HX-Target", "list");

        RenderOptions options = facts(null, null, headers::get).addTo(RenderOptions.defaults());

        assertThat(options.metadata())
                .containsEntry("hx_request", true)
                .containsEntry("hx_boosted", false)
                .containsEntry("hx_target", "list")
                .containsEntry("hx_trigger", null);
        assertThat(options.locale()).isNull();
    }

    private static RequestFacts facts(Locale locale, TimeZone zone, RequestFacts.Headers headers) {
        return new RequestFacts("GET", "/", "", null, locale, zone, headers, url -> url);
    }
}
