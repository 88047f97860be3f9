package dev.kida.compile;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateRuntimeException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the objects that run a template: of a class that was made in advance when there is one for exactly this template,
 * else of one that is defined now.
 *
 * <p>Whether it is exactly this template is not a matter of trust: the class is emitted again, and its name ends with a
 * digest of the result, of the text of the template, and of the settings of the engine that count.
 */
final class TemplateClasses {

    private static final int DIGEST_LENGTH = 20;

    private final @Nullable PrecompiledTemplates precompiled;

    TemplateClasses(@Nullable PrecompiledTemplates precompiled) {
        this.precompiled = precompiled;
    }

    /** The class of a template in one shape, to be found again by {@link #instance} in another run of the application. */
    static TemplateClass forLater(CompilationInput input, boolean resumable) {
        CompilationInput plain = input.withLinked(false);
        EmittedClass first = TemplateEmitter.emit(plain, resumable, ClassNames.of(name(input), resumable));
        EmittedClass named = TemplateEmitter.emit(plain, resumable, nameForLater(first, input));
        return new TemplateClass(named.binaryName(), named.bytes());
    }

    Object instance(CompilationInput input, boolean resumable) {
        PrecompiledTemplates known = precompiled;
        if (known != null && known.size() > 0) {
            Object made = precompiled(known, input, resumable);
            if (made != null) {
                return made;
            }
        }
        if (known != null && known.isRequired()) {
            throw notPrecompiled(input);
        }
        return define(TemplateEmitter.emit(input, resumable, ClassNames.of(name(input), resumable)));
    }

    private static @Nullable Object precompiled(
            PrecompiledTemplates precompiled, CompilationInput input, boolean resumable) {
        EmittedClass emitted =
                TemplateEmitter.emit(input.withLinked(false), resumable, ClassNames.of(name(input), resumable));
        Class<?> found = precompiled.find(nameForLater(emitted, input).replace('/', '.'));
        return found != null && GeneratedConstants.give(found, emitted.constants()) ? instance(found) : null;
    }

    private static Object define(EmittedClass emitted) {
        ClassLoader parent = TemplateClasses.class.getClassLoader();
        GeneratedClassLoader loader = new GeneratedClassLoader(parent, emitted.constants());
        return instance(loader.define(emitted.binaryName(), emitted.bytes()));
    }

    private static Object instance(Class<?> generated) {
        try {
            return generated.getConstructor().newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String name(CompilationInput input) {
        return input.source().name();
    }

    private static String nameForLater(EmittedClass emitted, CompilationInput input) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has it
        }
        digest.update(name(input).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(input.source().text().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        for (boolean flag : List.of(input.escape(), input.strict(), input.bounded(), input.sandboxed())) {
            digest.update((byte) (flag ? 1 : 0)); // some of them may show in constants only
        }
        digest.update(emitted.bytes());
        return emitted.name() + "$" + HexFormat.of().formatHex(digest.digest()).substring(0, DIGEST_LENGTH);
    }

    private static TemplateRuntimeException notPrecompiled(CompilationInput input) {
        return new TemplateRuntimeException(
                ErrorCode.K_RUN_007,
                "Template '" + name(input) + "' is not among those that were compiled when the application was built",
                null,
                "No class can be defined here: build the application again after a template or the engine's configuration"
                        + " has changed, and give every template a name");
    }
}
