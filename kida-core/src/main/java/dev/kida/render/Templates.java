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

    /**
     * A number that is another one as soon as {@link #load} may answer a name in another way; negative when every answer
     * has to be asked for.
     */
    default long generation() {
        return -1;
    }
}
