package dev.kida.builtin;

import dev.kida.value.Signature;
import dev.kida.value.TemplateFunction;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects functions under their names while a table of built-ins is put together. */
final class Library {

    private final Map<String, TemplateFunction> functions = new LinkedHashMap<>();

    /** Adds a function whose parameters are given in the notation of the template language. */
    Library add(String name, String signature, TemplateFunction.Body body) {
        return add(name, TemplateFunction.of(name, Signature.parse(signature), body));
    }

    Library add(String name, TemplateFunction function) {
        functions.put(name, function);
        return this;
    }

    /** Makes a function that is already there available under a second name. */
    Library alias(String alias, String name) {
        TemplateFunction function = functions.get(name);
        if (function == null) {
            throw new IllegalArgumentException("no function named " + name);
        }
        functions.put(alias, function);
        return this;
    }

    Map<String, TemplateFunction> functions() {
        return Collections.unmodifiableMap(functions);
    }
}
