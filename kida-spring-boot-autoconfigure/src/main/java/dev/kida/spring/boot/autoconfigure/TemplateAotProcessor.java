package dev.kida.spring.boot.autoconfigure;

import dev.kida.KidaEngine;
import dev.kida.compile.PrecompiledTemplates;
import dev.kida.compile.TemplateClass;
import dev.kida.error.TemplateException;
import dev.kida.load.TemplateNames;
import dev.kida.render.Dependencies;
import dev.kida.spring.LibraryLoader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.generate.GenerationContext;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.TypeReference;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ResourceLoader;

/**
 * Compiles the templates while the application is built ahead of time: their classes go to its class path, with an index
 * by which the engine finds them. The texts of the templates are kept, too, because the engine compares.
 *
 * <p>A template that cannot be compiled here is left for the application, which reports it when somebody asks for it.
 */
final class TemplateAotProcessor implements BeanFactoryInitializationAotProcessor {

    private static final Log logger = LogFactory.getLog(TemplateAotProcessor.class);

    TemplateAotProcessor() {}

    @Override
    public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
            ConfigurableListableBeanFactory beanFactory) {
        if (beanFactory.getBeanNamesForType(KidaEngine.class, true, false).length == 0) {
            return null;
        }
        KidaProperties properties = properties(beanFactory);
        List<TemplateClass> classes = classes(new BuildTimeEngine(beanFactory, properties).engine(), properties);
        return (context, code) -> contribute(context, properties.getPrefix(), classes);
    }

    private static KidaProperties properties(ConfigurableListableBeanFactory beanFactory) {
        Environment environment = beanFactory.getBean(Environment.class);
        return Binder.get(environment).bindOrCreate("kida", KidaProperties.class);
    }

    private static void contribute(GenerationContext context, String prefix, List<TemplateClass> classes) {
        if (prefix.startsWith(ResourceLoader.CLASSPATH_URL_PREFIX)) {
            String location = prefix.substring(ResourceLoader.CLASSPATH_URL_PREFIX.length());
            String folder = location.startsWith("/") ? location.substring(1) : location;
            String pattern = folder.isEmpty() || folder.endsWith("/") ? folder + "**" : folder + "/**";
            context.getRuntimeHints().resources().registerPattern(pattern);
        }
        for (TemplateClass each : classes) {
            context.getGeneratedFiles().addClassFile(each.path(), new ByteArrayResource(each.bytecode()));
            context.getRuntimeHints()
                    .reflection()
                    .registerType(TypeReference.of(each.name()), MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS);
        }
        byte[] index = PrecompiledTemplates.index(classes).getBytes(StandardCharsets.UTF_8);
        context.getGeneratedFiles().addResourceFile(PrecompiledTemplates.INDEX, new ByteArrayResource(index));
    }

    private static List<TemplateClass> classes(KidaEngine engine, KidaProperties properties) {
        List<TemplateClass> classes = new ArrayList<>();
        for (String name : names(engine, properties.getSuffix())) {
            try {
                classes.addAll(engine.precompile(name));
            } catch (TemplateException failure) {
                logger.warn("Template '" + name + "' is not compiled in the build: " + failure.getMessage());
            }
        }
        logger.info("Compiled " + classes.size() / 2 + " templates");
        return classes;
    }

    /** The templates that can be views, those that come with Kida, and what they name. */
    private static Set<String> names(KidaEngine engine, String suffix) {
        Queue<String> open = new ArrayDeque<>(LibraryLoader.library());
        try {
            engine.loader().list().stream()
                    .filter(name -> name.endsWith(suffix))
                    .forEach(open::add);
        } catch (UncheckedIOException notThere) {
            logger.warn("The templates cannot be listed, and none is compiled in the build", notThere);
        }
        Set<String> names = new TreeSet<>();
        while (!open.isEmpty()) {
            String name = open.remove();
            if (names.add(name)) {
                open.addAll(named(engine, name));
            }
        }
        return names;
    }

    private static List<String> named(KidaEngine engine, String name) {
        try {
            Dependencies named = engine.getTemplate(name).dependencies();
            return Stream.of(named.parents(), named.includes(), named.embeds(), named.imports())
                    .flatMap(List::stream)
                    .map(other -> other.startsWith(".") ? TemplateNames.resolve(other, name, Map.of()) : other)
                    .filter(engine::exists)
                    .toList();
        } catch (TemplateException reportedLater) {
            return List.of();
        }
    }
}
