package dev.kida.benchmarks.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import reactor.core.publisher.Flux;

/** A servlet without an engine, which does not go through Spring MVC at all. */
class ServletHandPages {

    @Bean
    ServletRegistrationBean<HttpServlet> page() {
        return new ServletRegistrationBean<>(new Page(Items.ready(), false), "/page");
    }

    @Bean
    ServletRegistrationBean<HttpServlet> slow() {
        ServletRegistrationBean<HttpServlet> servlet =
                new ServletRegistrationBean<>(new Page(Items.slow(), true), "/slow");
        servlet.setName("slow");
        return servlet;
    }

    private static final class Page extends HttpServlet {

        private static final long serialVersionUID = 1L;

        private final transient Flux<Item> items;
        private final boolean flush;

        Page(Flux<Item> items, boolean flush) {
            this.items = items;
            this.flush = flush;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("text/html;charset=UTF-8");
            OutputStream out = response.getOutputStream();
            write(out, HandPage.head(Items.TITLE));
            Iterator<Item> rows = items.toIterable().iterator();
            while (rows.hasNext()) {
                write(out, HandPage.row(rows.next()));
            }
            write(out, HandPage.tail());
        }

        private void write(OutputStream out, String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            if (flush) {
                out.flush();
            }
        }
    }
}
