package dev.kida.spring.aot;

import dev.kida.compile.PrecompiledTemplates;
import dev.kida.spring.boot.autoconfigure.KidaAutoConfiguration;
import dev.kida.spring.boot.autoconfigure.KidaEngineCustomizer;
import dev.kida.spring.function.KidaFilter;
import dev.kida.spring.function.KidaFunctions;
import dev.kida.spring.function.KidaGlobal;
import java.util.Locale;
import java.util.Objects;
import org.springframework.aot.AotDetector;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import reactor.core.publisher.Mono;

/** An application to be processed ahead of time. Once it is, no template may be compiled any more. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration(KidaAutoConfiguration.class)
@PropertySource("classpath:aot/application.properties")
@Import({AotApplication.Functions.class, AotApplication.Pages.class})
class AotApplication {

    @Bean
    KidaEngineCustomizer onlyWhatWasBuilt() {
        return builder -> {
            if (AotDetector.useGeneratedArtifacts()) {
                ClassLoader application =
                        Objects.requireNonNull(Thread.currentThread().getContextClassLoader());
                builder.precompiled(PrecompiledTemplates.of(application).required());
            }
        };
    }

    @KidaFunctions
    static class Functions {

        @KidaFilter
        String shout(String text) {
            return text.toUpperCase(Locale.ROOT) + "!";
        }

        @KidaGlobal
        Person nobody() {
            return new Person("nobody");
        }

        /** The class of a template that asks. */
        @KidaGlobal
        String where() {
            return StackWalker.getInstance().walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                    .filter(name -> name.startsWith("dev.kida.templates."))
                    .findFirst()
                    .orElse("nowhere"));
        }
    }

    @Controller
    static class Pages {

        @ModelAttribute
        Mono<Account> account() {
            return Mono.just(new Account("a"));
        }

        @GetMapping("/")
        String page(Search search, Model model) {
            return "page";
        }
    }

    public record Person(String name) {}

    public record Account(String number) {}

    public record Search(String text) {}
}
