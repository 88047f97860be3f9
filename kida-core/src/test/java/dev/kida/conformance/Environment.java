package dev.kida.conformance;

import static dev.kida.conformance.ConformanceCase.map;

import dev.kida.KidaEngine;
import dev.kida.KidaEngineBuilder;
import dev.kida.load.MapLoader;
import dev.kida.render.RenderOptions;
import dev.kida.render.Translations;
import dev.kida.syntax.LexerSettings;
import dev.kida.value.TemplateFunction;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A fresh engine with everything that one case asks for. */
final class Environment {

    private static final Pattern ESCAPED_NAME = Pattern.compile("(?i).*\\.(html|htm|xhtml|xml|svg)");

    private final ConformanceCase testCase;
    private final Waits waits = new Waits();
    private final TaggedValues values = new TaggedValues(waits, new HostFunctions(waits));
    private final KidaEngine engine;
    private final RenderOptions renderOptions;

    /**
     * @param chunkSize 0 for the engine's default
     * @param eager whether asynchronous inputs start before they are reached
     */
    Environment(ConformanceCase testCase, int chunkSize, boolean eager) {
        this.testCase = testCase;
        KidaEngineBuilder builder =
                KidaEngine.builder().loader(new MapLoader(testCase.templates())).eagerSubscribe(eager);
        if (!eager) {
            builder.prefetch(1); // so that an item is asked for when the one before it is taken
        }
        configure(builder, testCase.options());
        this.engine = builder.build();
        RenderOptions meta = RenderOptions.defaults().withMetadata(values.model(testCase.meta()));
        this.renderOptions = chunkSize > 0 ? meta.withChunkSize(chunkSize) : meta;
    }

    KidaEngine engine() {
        return engine;
    }

    Waits waits() {
        return waits;
    }

    RenderOptions renderOptions() {
        return renderOptions;
    }

    /** The variables, made anew. */
    Map<String, Object> model() {
        return values.model(testCase.context());
    }

    private void configure(KidaEngineBuilder builder, Map<String, Object> options) {
        builder.syntax(syntax(options));
        for (Map.Entry<String, Object> option : options.entrySet()) {
            Object value = option.getValue();
            switch (option.getKey()) {
                case "autoescape":
                    escape(builder, value);
                    break;
                case "strict_undefined":
                    builder.strictUndefined((Boolean) value);
                    break;
                case "max_include_depth":
                    builder.maxIncludeDepth(((Number) value).intValue());
                    break;
                case "max_extends_depth":
                    builder.maxExtendsDepth(((Number) value).intValue());
                    break;
                case "fragment_ttl":
                    builder.fragmentTtl(Duration.ofMillis((long) (((Number) value).doubleValue() * 1000)));
                    break;
                case "template_aliases":
                    map(value).forEach((alias, folder) -> builder.templateAlias(alias, (String) folder));
                    break;
                case "globals":
                    values.model(map(value)).forEach(builder::global);
                    break;
                case "filters":
                    map(value).forEach((name, function) -> builder.filter(name, function(function)));
                    break;
                case "tests":
                    map(value).forEach((name, function) -> builder.test(name, function(function)));
                    break;
                case "translations":
                    builder.translations(new CaseTranslations(map(value)));
                    break;
                default:
                    break; // syntax
            }
        }
    }

    private TemplateFunction function(Object option) {
        Object function = option instanceof String name ? values.value(Map.of("$fn", name)) : values.value(option);
        return (TemplateFunction) function;
    }

    private static void escape(KidaEngineBuilder builder, Object value) {
        if (value instanceof Boolean on) {
            builder.autoescape(on);
        } else {
            builder.autoescape(
                    name -> name != null && ESCAPED_NAME.matcher(name).matches());
        }
    }

    private static LexerSettings syntax(Map<String, Object> options) {
        LexerSettings usual = LexerSettings.DEFAULT;
        return new LexerSettings(
                (String) options.getOrDefault("block_start", usual.blockStart()),
                (String) options.getOrDefault("block_end", usual.blockEnd()),
                (String) options.getOrDefault("variable_start", usual.variableStart()),
                (String) options.getOrDefault("variable_end", usual.variableEnd()),
                (String) options.getOrDefault("comment_start", usual.commentStart()),
                (String) options.getOrDefault("comment_end", usual.commentEnd()),
                Boolean.TRUE.equals(options.get("trim_blocks")),
                Boolean.TRUE.equals(options.get("lstrip_blocks")));
    }

    /** Messages as a case lists them; what is absent stays as it is. */
    private record CaseTranslations(Map<String, Object> messages) implements Translations {

        private Map<String, Object> part(String name) {
            Object part = messages.get(name);
            return part == null ? new LinkedHashMap<>() : map(part);
        }

        @Override
        public String translate(String message, Locale locale) {
            return (String) part("singular").getOrDefault(message, message);
        }

        @Override
        public String translatePlural(String one, String many, long count, Locale locale) {
            Object forms = part("plural").get(one);
            if (forms == null) {
                return count == 1 ? one : many;
            }
            return (String) ConformanceCase.list(forms).get(count == 1 ? 0 : 1);
        }
    }
}
