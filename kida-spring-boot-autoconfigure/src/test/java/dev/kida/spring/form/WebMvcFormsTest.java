package dev.kida.spring.form;

import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.client.MockMvcWebTestClient;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

@WebMvcTest(UserController.class)
@AutoConfigureMockMvc(print = MockMvcPrint.NONE) // it takes every binding result of a model for one that is there
@ContextConfiguration(classes = UserController.Application.class)
@Import({UserController.class, WebMvcFormsTest.Processor.class})
class WebMvcFormsTest extends FormsTest {

    @Autowired
    private MockMvc mvc;

    @Override
    WebTestClient client() {
        return MockMvcWebTestClient.bindTo(mvc).build();
    }

    @Override
    String failure(String path) {
        return catchThrowable(() ->
                        mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(path)))
                .toString();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Processor {

        @Bean
        RequestDataValueProcessor requestDataValueProcessor() {
            return new RequestDataValueProcessor() {
                @Override
                public String processAction(HttpServletRequest request, String action, String method) {
                    request.setAttribute("method", method);
                    return action.equals("/x") ? action + "?" : action;
                }

                @Override
                public String processFormFieldValue(
                        HttpServletRequest request, String name, String value, String type) {
                    return value;
                }

                @Override
                public Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
                    Object method = request.getAttribute("method");
                    return "delete".equals(method) ? Map.of("extra", "delete") : Map.of("extra", "x");
                }

                @Override
                public String processUrl(HttpServletRequest request, String url) {
                    return url;
                }
            };
        }
    }
}
