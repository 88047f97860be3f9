package dev.kida.spring.actuate;

import dev.kida.CacheInfo;
import dev.kida.DefMetadata;
import dev.kida.KidaEngine;
import dev.kida.Template;
import dev.kida.TemplateStructure;
import dev.kida.spring.actuate.CompileFailures.CompileFailure;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.Selector.Match;

/**
 * {@code /actuator/kida}: the templates, how they are put together, the figures of the cache, and what could not be compiled.
 * It never shows a value of a model or the source of a template.
 */
@Endpoint(id = "kida")
public final class KidaEndpoint {

    /** All there is to know of the engine. */
    public record Engine(Cache cache, List<String> templates, List<CompileFailure> failures) {}

    /** The cache of compiled templates. */
    public record Cache(long hits, long misses, double hitRate, long size, int maxSize) {

        static Cache of(CacheInfo info) {
            return new Cache(info.hits(), info.misses(), info.hitRate(), info.size(), info.maxSize());
        }
    }

    /** How one template is put together. */
    public record Description(
            String name,
            @Nullable String parent,
            List<String> blocks,
            Set<String> parameters,
            Set<String> reads,
            Set<String> templates,
            List<Component> components) {}

    /** A component of a template. */
    public record Component(String name, List<Parameter> parameters, List<String> slots) {

        static Component of(DefMetadata def) {
            List<Parameter> parameters = def.parameters().stream()
                    .map(parameter -> new Parameter(parameter.name(), parameter.annotation(), parameter.required()))
                    .toList();
            return new Component(def.name(), parameters, def.slots());
        }
    }

    /** A parameter of a component. */
    public record Parameter(String name, @Nullable String type, boolean required) {}

    private final KidaEngine engine;
    private final CompileFailures failures;

    /**
     * @param engine the engine to describe
     * @param failures remembers what could not be compiled
     */
    public KidaEndpoint(KidaEngine engine, CompileFailures failures) {
        this.engine = engine;
        this.failures = failures;
    }

    /** The engine. */
    @ReadOperation
    public Engine kida() {
        return new Engine(Cache.of(engine.cacheInfo()), names(), failures.list());
    }

    /** No template is no failure here. Whoever wants them all to be compiled is told of a location that is not there. */
    private List<String> names() {
        try {
            return engine.loader().list();
        } catch (UncheckedIOException problem) {
            if (problem.getCause() instanceof FileNotFoundException) {
                return List.of();
            }
            throw problem;
        }
    }

    /** One template, or null when there is none of this name that compiles. */
    @ReadOperation
    public @Nullable Description template(@Selector(match = Match.ALL_REMAINING) String... name) {
        String full = String.join("/", name);
        TemplateStructure structure = engine.getTemplateStructure(full);
        if (structure == null) {
            return null;
        }
        Template template = engine.getTemplate(full);
        Set<String> named = new TreeSet<>();
        List.of(
                        template.dependencies().parents(),
                        template.dependencies().includes(),
                        template.dependencies().embeds(),
                        template.dependencies().imports())
                .forEach(named::addAll);
        Collection<DefMetadata> defs = template.defMetadata().values();
        return new Description(
                full,
                structure.parent(),
                template.listBlocks(),
                new TreeSet<>(template.requiredContext()),
                new TreeSet<>(template.dependsOn()),
                named,
                defs.stream().map(Component::of).toList());
    }
}
