package dev.kida.spring.form;

import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.client.MockMvcWebTestClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

@WebMvcTest(UserController.class)
@ContextConfiguration(classes = UserController.Application.class)
@Import({UserController.class, WebMvcFormsTest.Processor.class})
class WebMvcFormsTest extends FormsTest {

    @Autowired
    private MockMvc mvc;

    @Override
    WebTestClient client() {
        return MockMvcWebTestClient.bindTo(mvc).build();
    }

    /** The test client takes a page that is not complete yet for a result that the controller has still to give. */
    @Override
    String get(String path) {
        try {
            MvcResult page = mvc.perform(MockMvcRequestBuilders.get(path))
                    .andExpect(status().isOk())
                    .andReturn();
            await().until(() -> !page.getRequest().isAsyncStarted());
            return page.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (Exception problem) {
            throw new AssertionError(problem);
        }
    }

    @Override
    String failure(String path) {
        return catchThrowable(() -> mvc.perform(MockMvcRequestBuilders.get(path)))
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
