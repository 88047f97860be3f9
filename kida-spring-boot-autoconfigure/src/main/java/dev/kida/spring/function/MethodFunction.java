package dev.kida.spring.function;

import dev.kida.error.TemplateRuntimeException;
import dev.kida.render.RenderState;
import dev.kida.value.CallContext;
import dev.kida.value.Signature;
import dev.kida.value.TemplateFunction;
import dev.kida.value.Tuple;
import dev.kida.value.TypeNames;
import dev.kida.value.Undefined;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.UndeclaredThrowableException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/** A method of a bean as something that templates can call. */
final class MethodFunction implements TemplateFunction {

    private final String name;
    private final Method method;
    private final Supplier<?> bean;
    private final ConversionService conversion;
    private final List<MethodParameter> parameters = new ArrayList<>();
    private final Signature signature;

    MethodFunction(
            String name,
            Method method,
            Supplier<?> bean,
            ConversionService conversion,
            ParameterNameDiscoverer parameterNames) {
        this.name = name;
        this.method = method;
        this.bean = bean;
        this.conversion = conversion;
        List<Signature.Parameter> bound = new ArrayList<>();
        for (int i = 0; i < method.getParameterCount(); i++) {
            MethodParameter parameter = new MethodParameter(method, i);
            parameter.initParameterNameDiscovery(parameterNames);
            parameters.add(parameter);
            if (!isGiven(parameter.getParameterType())) {
                bound.add(parameter(parameter, method.isVarArgs() && i == method.getParameterCount() - 1));
            }
        }
        this.signature = Signature.of(bound.toArray(new Signature.Parameter[0]));
    }

    private static Signature.Parameter parameter(MethodParameter parameter, boolean varargs) {
        String declared = parameter.getParameterName();
        String named = declared == null ? "arg" + parameter.getParameterIndex() : declared;
        if (varargs) {
            return Signature.Parameter.varargs(named);
        }
        return parameter.isOptional() ? Signature.Parameter.optional(named, null) : Signature.Parameter.required(named);
    }

    /** Whether the render gives the argument, and not the template. */
    private static boolean isGiven(Class<?> type) {
        return type == CallContext.class || type == RenderState.class || type == Locale.class || type == ZoneId.class;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Signature signature() {
        return signature;
    }

    @Override
    public @Nullable Object call(@Nullable Object[] arguments, CallContext context) {
        @Nullable Object[] values = new Object[parameters.size()];
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            MethodParameter parameter = parameters.get(i);
            values[i] = isGiven(parameter.getParameterType())
                    ? given(parameter.getParameterType(), context)
                    : convert(arguments[next++], parameter);
        }
        return invoke(values);
    }

    private static @Nullable Object given(Class<?> type, CallContext context) {
        if (type == Locale.class) {
            return context.locale();
        }
        if (type == ZoneId.class) {
            return context.zone();
        }
        return type.isInstance(context) ? context : null;
    }

    private @Nullable Object convert(@Nullable Object value, MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        if (type == Optional.class) {
            return value == null || value == Undefined.INSTANCE
                    ? Optional.empty()
                    : Optional.ofNullable(converted(
                            value, parameter.nestedIfOptional(), new TypeDescriptor(parameter.nestedIfOptional())));
        }
        if (method.isVarArgs() && value instanceof Tuple surplus && type.isArray()) {
            Object array = Array.newInstance(type.getComponentType(), surplus.size());
            TypeDescriptor element = TypeDescriptor.valueOf(type.getComponentType());
            for (int i = 0; i < surplus.size(); i++) {
                Array.set(array, i, converted(surplus.get(i), parameter, element));
            }
            return array;
        }
        return converted(value, parameter, new TypeDescriptor(parameter));
    }

    private @Nullable Object converted(@Nullable Object value, MethodParameter parameter, TypeDescriptor target) {
        Object given = value == Undefined.INSTANCE ? null : value;
        Class<?> type = target.getType();
        if (given == null && type.isPrimitive()) {
            throw mismatch(value, parameter, type);
        }
        if (given == null || ClassUtils.isAssignableValue(type, given)) {
            return given;
        }
        try {
            return conversion.convert(given, TypeDescriptor.forObject(given), target);
        } catch (ConversionException notPossible) {
            throw mismatch(value, parameter, type);
        }
    }

    private TemplateRuntimeException mismatch(@Nullable Object value, MethodParameter parameter, Class<?> type) {
        return TemplateRuntimeException.type(name + "() needs " + type.getSimpleName() + " for '"
                + parameter.getParameterName() + "', not " + TypeNames.of(value));
    }

    private @Nullable Object invoke(@Nullable Object[] values) {
        Object target = bean.get();
        Method invocable = AopUtils.selectInvocableMethod(method, target.getClass());
        ReflectionUtils.makeAccessible(invocable);
        try {
            return invocable.invoke(target, values);
        } catch (InvocationTargetException ex) {
            if (ex.getTargetException() instanceof RuntimeException failure) {
                throw failure;
            }
            if (ex.getTargetException() instanceof Error error) {
                throw error;
            }
            throw new UndeclaredThrowableException(ex.getTargetException());
        } catch (IllegalAccessException ex) {
            throw new IllegalStateException("Cannot call " + method, ex);
        }
    }

    @Override
    public String toString() {
        return "<function " + name + ">";
    }
}
