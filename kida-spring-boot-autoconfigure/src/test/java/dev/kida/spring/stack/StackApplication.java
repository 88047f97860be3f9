package dev.kida.spring.stack;

import dev.kida.spring.SpringTemplateLoader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.io.ResourceLoader;

/** The application under test, the same for every stack. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({SceneController.class, FeatureController.class})
class StackApplication {

    @Bean
    Scenes scenes() {
        return new Scenes();
    }

    @Bean
    MessageSource messageSource() {
        StaticMessageSource messages = new StaticMessageSource();
        messages.setUseCodeAsDefaultMessage(true);
        messages.addMessage("sly", Locale.ENGLISH, "'{{' 7919*7919 '}}'<b>{0}");
        return messages;
    }

    @Bean
    TestTemplates testTemplates(ResourceLoader resources) {
        return new TestTemplates(new SpringTemplateLoader(resources, "classpath:/templates/", StandardCharsets.UTF_8));
    }
}
