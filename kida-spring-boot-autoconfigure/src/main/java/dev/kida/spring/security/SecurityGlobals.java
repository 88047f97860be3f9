package dev.kida.spring.security;

import dev.kida.KidaEngineBuilder;
import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateRuntimeException;
import dev.kida.render.RenderState;
import dev.kida.value.CallContext;
import dev.kida.value.Signature;
import dev.kida.value.TemplateFunction;
import dev.kida.value.Text;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/**
 * {@code has_role()}, {@code has_authority()}, {@code is_authenticated()} and {@code principal()}. They decide what a page
 * shows; what a request may do is decided by Spring Security before there is a page.
 */
public final class SecurityGlobals {

    private SecurityGlobals() {}

    /**
     * Adds the functions to an engine.
     *
     * @param rolePrefix gives what the authorities that are roles begin with; asked when a page wants to know
     */
    public static void addTo(KidaEngineBuilder builder, Supplier<String> rolePrefix) {
        add(builder, "has_role", "role, *others", any((facts, role) -> facts.has(role(role, rolePrefix.get()))));
        add(builder, "has_authority", "authority, *others", any(SecurityFacts::has));
        add(builder, "is_authenticated", "", (args, context) -> facts(context).user() != null);
        add(builder, "principal", "", (args, context) -> principal(facts(context)));
    }

    private static void add(KidaEngineBuilder builder, String name, String signature, TemplateFunction.Body body) {
        builder.global(name, TemplateFunction.of(name, Signature.parse(signature), body));
    }

    /** Whether one of the arguments fits. */
    private static TemplateFunction.Body any(BiPredicate<SecurityFacts, String> fits) {
        return (args, context) -> {
            SecurityFacts facts = facts(context);
            if (fits.test(facts, Text.of(args[0]))) {
                return true;
            }
            return args[1] instanceof List<?> others
                    && others.stream().anyMatch(other -> fits.test(facts, Text.of(other)));
        };
    }

    private static String role(String role, String prefix) {
        return role.startsWith(prefix) ? role : prefix + role;
    }

    private static @Nullable Object principal(SecurityFacts facts) {
        Authentication user = facts.user();
        return user == null ? null : new UserMembers(user);
    }

    /** Never a guess: a render that does not know who it is for fails. */
    private static SecurityFacts facts(CallContext context) {
        if (context instanceof RenderState state && state.attribute(SecurityFacts.KEY) instanceof SecurityFacts facts) {
            state.doNotCache(); // what it shows is for this user
            return facts;
        }
        throw new TemplateRuntimeException(
                ErrorCode.K_RUN_017,
                "Outside a Spring view it is not known who the page is for",
                null,
                "Give the model what the template has to know");
    }
}
