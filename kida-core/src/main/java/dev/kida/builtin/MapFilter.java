package dev.kida.builtin;

import dev.kida.error.ErrorCode;
import dev.kida.error.TemplateRuntimeException;
import dev.kida.value.BoundMethod;
import dev.kida.value.CallContext;
import dev.kida.value.Sandbox;
import dev.kida.value.TemplateFunction;
import dev.kida.value.Text;
import dev.kida.value.TypeNames;
import dev.kida.value.Undefined;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code map}: the same attribute, method or filter for every item.
 *
 * <p>{@code map('name')} calls the method of that name on an item if it has one, else the filter of that name. With
 * further arguments a filter is what is meant, and a method only if there is no such filter.
 */
final class MapFilter {

    private static final Object MISSING = new Object();

    /** What is here, separated by spaces. A constant, so that nothing is loaded to know it. */
    static final String NAMES = "map";

    private MapFilter() {}

    /** The function of that name, one of {@link #NAMES}. */
    static TemplateFunction make(String name) {
        return switch (name) {
            case "map" ->
                Library.function(
                        name,
                        "value, *args, attribute=null",
                        (args, context) -> map(args[0], args[1], args[2], context));
            default -> throw Library.unknown(name);
        };
    }

    private static List<@Nullable Object> map(
            @Nullable Object value, @Nullable Object positional, @Nullable Object attribute, CallContext context) {
        List<@Nullable Object> result = new ArrayList<>();
        if (value == null) {
            return result;
        }
        Step step = step(positional instanceof List<?> list ? list : List.of(), attribute, context);
        Iterator<@Nullable Object> items = Items.of(value, "map");
        while (items.hasNext()) {
            result.add(step.apply(items.next()));
        }
        return result;
    }

    private static Step step(List<?> positional, @Nullable Object attribute, CallContext context) {
        if (attribute != null) {
            AttributePath path = AttributePath.of(attribute, context);
            return item -> path.read(item, "");
        }
        if (positional.isEmpty()) {
            return item -> item;
        }
        Object function = positional.get(0);
        @Nullable Object[] arguments = positional.subList(1, positional.size()).toArray();
        String name = Text.textOrNull(function);
        if (name == null) {
            return item -> context.call(function, withItem(item, arguments));
        }
        return new NamedStep(name, arguments, context);
    }

    private static @Nullable Object[] withItem(@Nullable Object item, @Nullable Object[] arguments) {
        @Nullable Object[] all = new Object[arguments.length + 1];
        all[0] = item;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return all;
    }

    /** What is done with one item. */
    private interface Step {
        @Nullable
        Object apply(@Nullable Object item);
    }

    /** Calls a method or a filter by its name. */
    private static final class NamedStep implements Step {

        private final String name;
        private final @Nullable Object[] arguments;
        private final CallContext context;
        private final @Nullable TemplateFunction filter;

        NamedStep(String name, @Nullable Object[] arguments, CallContext context) {
            this.name = name;
            this.arguments = arguments;
            this.context = context;
            this.filter = context.findFilter(name);
        }

        @Override
        public @Nullable Object apply(@Nullable Object item) {
            if (filter != null && arguments.length > 0) {
                return filtered(filter, item);
            }
            Object member = member(item);
            if (member instanceof BoundMethod || member instanceof TemplateFunction) {
                return context.call(member, arguments);
            }
            if (member != MISSING) {
                return member;
            }
            if (filter == null) {
                throw new TemplateRuntimeException(
                        ErrorCode.K_RUN_010,
                        TypeNames.of(item) + " has no method '" + name + "', and there is no such filter");
            }
            return filtered(filter, item);
        }

        private @Nullable Object filtered(TemplateFunction function, @Nullable Object item) {
            return function.call(Binding.bind(function, name, withItem(item, arguments)), context);
        }

        /** Of a map only its methods count: its keys are data, for which there is {@code attribute}. */
        private @Nullable Object member(@Nullable Object item) {
            if (item == null || item instanceof Undefined) {
                return MISSING;
            }
            Object member = Sandbox.find(item, name, MISSING, context.sandbox());
            return item instanceof Map && !(member instanceof BoundMethod) ? MISSING : member;
        }
    }
}
