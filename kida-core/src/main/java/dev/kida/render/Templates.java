package dev.kida.render;

/** Where a render gets other templates from. Thread-safe. */
public interface Templates {

    /**
     * The compiled template of a resolved name.
     *
     * @throws dev.kida.error.TemplateNotFoundException when no loader has it
     * @throws dev.kida.error.TemplateSyntaxException when it cannot be compiled
     */
    CompiledTemplate load(String name);
}
