package dev.kida.spring.form;

import dev.kida.KidaEngineBuilder;
import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateRuntimeException;
import dev.kida.render.RenderState;
import dev.kida.value.CallContext;
import dev.kida.value.MemberProvider;
import dev.kida.value.Members;
import dev.kida.value.Signature;
import dev.kida.value.TemplateFunction;
import dev.kida.value.Text;
import dev.kida.value.Undefined;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The functions of forms: {@code bind(path)} for everybody, and {@code kida_forms}, which the components of
 * {@code kida/forms.html} are written with.
 */
public final class FormGlobals {

    /** The provided value that holds the object of the form around a field. */
    private static final String OBJECT = "kida_form_object";

    private static final Object UNSET = Undefined.INSTANCE;

    private FormGlobals() {}

    /** Adds the functions to an engine. */
    public static void addTo(KidaEngineBuilder builder) {
        builder.global("bind", function("bind", "path, target=undefined, result=null", FormGlobals::bind));
        builder.global("kida_forms", new Namespace(members()));
    }

    private static Map<String, TemplateFunction> members() {
        Map<String, TemplateFunction> members = new LinkedHashMap<>();
        add(members, "target", "path", (args, context) -> binder(context).target(path(args[0], context)));
        add(members, "result", "path", (args, context) -> binder(context).result(path(args[0], context)));
        add(members, "bind", "path, target, result", FormGlobals::bindAwaited);
        add(members, "plan", "action, method", FormGlobals::plan);
        add(members, "choices", "field, options, value=null, label=null", FormGlobals::choices);
        add(members, "attributes", "*maps", (args, context) -> ElementAttributes.merge(iterable(args[0])));
        add(members, "value", "name, value, type", (args, context) -> binder(context)
                .request()
                .value(Text.of(args[0]), Text.of(args[1]), Text.of(args[2])));
        return members;
    }

    private static void add(
            Map<String, TemplateFunction> members, String name, String signature, TemplateFunction.Body body) {
        members.put(name, function("kida_forms." + name, signature, body));
    }

    private static TemplateFunction function(String name, String signature, TemplateFunction.Body body) {
        return TemplateFunction.of(name, Signature.parse(signature), body);
    }

    private static Iterable<?> iterable(@Nullable Object value) {
        return value instanceof Iterable<?> iterable ? iterable : List.of();
    }

    private static Object bind(@Nullable Object[] args, CallContext context) {
        String path = path(args[0], context);
        return args[1] == UNSET
                ? binder(context).bind(path, context.locale())
                : binder(context).bind(path, args[1], args[2], context.locale());
    }

    private static Object bindAwaited(@Nullable Object[] args, CallContext context) {
        return binder(context).bind(path(args[0], context), args[1], args[2], context.locale());
    }

    /** Inside a form that names its object, paths are relative to it. */
    private static String path(@Nullable Object path, CallContext context) {
        Object object = context.consume(OBJECT, null);
        String given = path == null ? "" : Text.of(path);
        if (object == null) {
            return given;
        }
        return given.isEmpty() ? Text.of(object) : Text.of(object) + "." + given;
    }

    private static Object plan(@Nullable Object[] args, CallContext context) {
        String action = args[0] == null ? null : Text.of(args[0]);
        return FormPlan.of(binder(context).request(), action, Text.of(args[1]), context);
    }

    private static Object choices(@Nullable Object[] args, CallContext context) {
        if (!(args[0] instanceof BoundField field)) {
            throw TemplateRuntimeException.type("Choices are made for a field that bind() gave");
        }
        String value = args[2] == null ? null : Text.of(args[2]);
        String label = args[3] == null ? null : Text.of(args[3]);
        return Choices.of(field, args[1], value, label);
    }

    private static FormBinder binder(CallContext context) {
        if (context instanceof RenderState state && state.attribute(FormBinder.KEY) instanceof FormBinder binder) {
            state.doNotCache(); // what was typed, and tokens
            return binder;
        }
        throw new TemplateRuntimeException(
                ErrorCode.K_RUN_017,
                "There is no form to bind to outside a Spring view",
                null,
                "Render the template as a view, or give the render a FormBinder as an attribute");
    }

    /** Answers for its members, and for nothing else. */
    private record Namespace(Map<String, TemplateFunction> functions) implements MemberProvider {

        @Override
        public @Nullable Object member(String name) {
            TemplateFunction function = functions.get(name);
            return function == null ? Members.MISSING : function;
        }

        @Override
        public Collection<String> memberNames() {
            return functions.keySet();
        }

        @Override
        public String toString() {
            return "<namespace kida_forms>";
        }
    }
}
