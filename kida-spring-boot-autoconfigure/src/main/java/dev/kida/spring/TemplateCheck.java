package dev.kida.spring;

import dev.kida.KidaEngine;
import dev.kida.Template;
import dev.kida.error.TemplateNotFoundException;
import dev.kida.render.Dependencies;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Compiles every template when the application starts, so that a mistake is found there and the first visitor need not wait. */
public final class TemplateCheck implements SmartInitializingSingleton {

    private final KidaEngine engine;
    private final String suffix;

    /**
     * @param engine the engine that has the templates
     * @param suffix the suffix of those to compile
     */
    public TemplateCheck(KidaEngine engine, String suffix) {
        this.engine = engine;
        this.suffix = suffix;
    }

    /**
     * Compiles them all.
     *
     * @throws dev.kida.error.TemplateException for the first that cannot be compiled, or that names one which is not there
     */
    @Override
    public void afterSingletonsInstantiated() {
        for (String name : engine.loader().list()) {
            if (name.endsWith(suffix)) {
                check(name);
            }
        }
    }

    private void check(String name) {
        Template template = engine.getTemplate(name);
        Dependencies named = template.dependencies();
        Stream.of(named.parents(), named.imports(), named.embeds())
                .flatMap(List::stream)
                .filter(other -> isFull(other) && !engine.exists(other))
                .findFirst()
                .ifPresent(missing -> {
                    throw new TemplateNotFoundException(
                            missing, "Template '" + missing + "', which '" + name + "' names, is not there");
                });
    }

    /** Relative names and aliases are resolved when they are used. */
    private static boolean isFull(String name) {
        return !name.startsWith(".") && !name.startsWith("@");
    }
}
