package dev.kida.spring.stack;

import dev.kida.error.TemplateNotFoundException;
import dev.kida.load.TemplateLoader;
import dev.kida.load.TemplateSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Templates written in the tests, before those of the class path. */
final class TestTemplates implements TemplateLoader {

    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final Map<String, Error> errors = new ConcurrentHashMap<>();
    private final TemplateLoader others;

    TestTemplates(TemplateLoader others) {
        this.others = others;
        put("index.html", "<h1>Welcome, {{ request.method }}</h1>");
        put("error/4xx.html", "<h1>{{ status }} of a kind</h1>");
        put("error/409.html", "<h1>Conflict at {{ path }}</h1>");
        put("error/410.html", "<h1>{{ status.nothing.at.all }}</h1>");
        put("error/411.html", "{% broken");
        put(
                "error/423.html",
                "{% from 'kida/forms.html' import form %}{% call form() %}{{ request.path }} {{ request.query.x }}{% end %}");
    }

    void put(String name, String text) {
        texts.put(name, text);
    }

    /** A template that is there, and that the JVM cannot make anything of. */
    void put(String name, Error error) {
        put(name, "");
        errors.put(name, error);
    }

    @Override
    public TemplateSource load(String name) throws TemplateNotFoundException {
        Error error = errors.get(name);
        if (error != null) {
            throw error;
        }
        String text = texts.get(name);
        return text != null ? new TemplateSource(name, text, null, null) : others.load(name);
    }

    @Override
    public boolean exists(String name) {
        return texts.containsKey(name) || others.exists(name);
    }
}
