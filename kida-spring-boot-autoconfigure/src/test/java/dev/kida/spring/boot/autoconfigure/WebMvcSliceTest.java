package dev.kida.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebMvcTest(SliceController.class)
@ContextConfiguration(classes = SliceController.Application.class)
@Import(SliceController.class)
class WebMvcSliceTest {

    @Autowired
    private MockMvcTester mvc;

    @Test
    void theSliceRendersTemplates() {
        assertThat(mvc.get().uri("/hello"))
                .hasStatusOk()
                .hasContentTypeCompatibleWith("text/html;charset=UTF-8")
                .bodyText()
                .contains("from the class path: slice");
    }
}
