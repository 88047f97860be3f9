package dev.kida.spring.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Pages that are not HTML by default, next to Boot's resolver of JSPs, which has HTML of any name. */
@WebMvcTest(controllers = SliceController.class, properties = "kida.content-type=application/xhtml+xml")
@ContextConfiguration(classes = SliceController.Application.class)
@Import(SliceController.class)
class ContentTypeTest {

    @Autowired
    private MockMvcTester mvc;

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "text/html,application/xhtml+xml,*/*;q=0.8 => text/html",
                "text/html => text/html",
                "application/xhtml+xml,text/html => application/xhtml+xml",
                "application/json => application/xhtml+xml",
                "*/* => application/xhtml+xml"
            })
    void theClientDecidesAndThePageIsThere(String accept, String type) {
        assertThat(mvc.get().uri("/hello").header("Accept", accept))
                .hasStatusOk()
                .hasContentType(type + ";charset=UTF-8")
                .bodyText()
                .contains("from the class path: slice");
    }
}
