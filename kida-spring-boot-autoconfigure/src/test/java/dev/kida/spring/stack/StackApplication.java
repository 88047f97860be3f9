package dev.kida.spring.stack;

import dev.kida.spring.SpringTemplateLoader;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
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
    TestTemplates testTemplates(ResourceLoader resources) {
        return new TestTemplates(new SpringTemplateLoader(resources, "classpath:/templates/", StandardCharsets.UTF_8));
    }
}
