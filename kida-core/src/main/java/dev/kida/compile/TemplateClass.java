package dev.kida.compile;

/**
 * The class of one template in one shape, made while an application is built, to be put on its class path.
 *
 * @param name the binary name, such as {@code dev.kida.templates.page_html$0a1b2c3d4e5f60718293}; its end stands for the
 *     text of the template and the configuration of the engine
 * @param bytecode the content of the class file; not copied
 */
public record TemplateClass(String name, byte[] bytecode) {

    /** Where the class file belongs, below the root of the class path. */
    public String path() {
        return name.replace('.', '/') + ".class";
    }
}
