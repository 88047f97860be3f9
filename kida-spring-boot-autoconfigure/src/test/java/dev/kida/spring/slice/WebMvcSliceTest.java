package dev.kida.spring.slice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebMvcTest
class WebMvcSliceTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ApplicationContext context;

    @Test
    void aSliceHasWhatTemplatesUseAndNothingElse() {
        assertThat(mvc.get().uri("/slice")).hasStatusOk().bodyText().isEqualTo("xx! stamped\n");
        assertThat(context.getBeanProvider(Components.Repository.class).getIfAvailable())
                .isNull();
    }
}
