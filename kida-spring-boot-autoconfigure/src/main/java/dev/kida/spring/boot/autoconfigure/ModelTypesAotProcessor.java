package dev.kida.spring.boot.autoconfigure;

import dev.kida.spring.function.KidaFilter;
import dev.kida.spring.function.KidaGlobal;
import dev.kida.spring.function.KidaTest;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.ExecutableMode;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Keeps the members of the types that templates are known to meet: what methods marked as filters, tests and globals take
 * and give, and the model attributes that controllers declare. Types that only ever stand in a {@code Model} are known to
 * nobody; {@code @RegisterReflectionForBinding} names them.
 */
final class ModelTypesAotProcessor implements BeanFactoryInitializationAotProcessor {

    private static final String MODEL_ATTRIBUTE = "org.springframework.web.bind.annotation.ModelAttribute";
    private static final String HANDLER = "org.springframework.web.bind.annotation.RequestMapping";
    private static final String CONTROLLER = "org.springframework.stereotype.Controller";
    private static final String ADVICE = "org.springframework.web.bind.annotation.ControllerAdvice";

    /** Types of these belong to somebody who knows what they need, or are never printed. */
    private static final List<String> OTHERS = List.of(
            "java.", "javax.", "jakarta.", "kotlin.", "reactor.", "org.springframework.", "org.reactivestreams.");

    ModelTypesAotProcessor() {}

    @Override
    public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
            ConfigurableListableBeanFactory beanFactory) {
        Set<Method> called = new LinkedHashSet<>();
        Set<Class<?>> types = new LinkedHashSet<>();
        for (String bean : beanFactory.getBeanDefinitionNames()) {
            Class<?> type = AutoProxyUtils.determineTargetClass(beanFactory, bean);
            if (type != null && !type.getName().startsWith("org.springframework.")) {
                collect(ClassUtils.getUserClass(type), called, types);
            }
        }
        if (called.isEmpty() && types.isEmpty()) {
            return null;
        }
        return (context, code) -> register(context.getRuntimeHints(), called, types);
    }

    private static void register(RuntimeHints hints, Set<Method> called, Set<Class<?>> types) {
        called.forEach(method -> hints.reflection().registerMethod(method, ExecutableMode.INVOKE));
        BindingReflectionHintsRegistrar members = new BindingReflectionHintsRegistrar();
        for (Class<?> type : types) {
            members.registerReflectionHints(hints.reflection(), type);
            hints.reflection()
                    .registerType(type, MemberCategory.INVOKE_PUBLIC_METHODS, MemberCategory.ACCESS_PUBLIC_FIELDS);
        }
    }

    private static void collect(Class<?> bean, Set<Method> called, Set<Class<?>> types) {
        boolean controller = isMarked(bean, CONTROLLER) || isMarked(bean, ADVICE);
        for (Method method : MethodIntrospector.selectMethods(bean, (ReflectionUtils.MethodFilter) each -> true)) {
            if (isFunction(method)) {
                called.add(method);
                add(ResolvableType.forMethodReturnType(method), types);
            } else if (controller) {
                attributes(method, types);
            }
        }
    }

    private static void attributes(Method method, Set<Class<?>> types) {
        boolean attribute = isMarked(method, MODEL_ATTRIBUTE);
        if (attribute) {
            add(ResolvableType.forMethodReturnType(method), types);
        }
        if (attribute || isMarked(method, HANDLER)) {
            for (int i = 0; i < method.getParameterCount(); i++) {
                Parameter parameter = method.getParameters()[i];
                if (parameter.getAnnotations().length == 0 || isMarked(parameter, MODEL_ATTRIBUTE)) {
                    add(ResolvableType.forMethodParameter(method, i), types);
                }
            }
        }
    }

    /** The type, and what it is a publisher, an optional or a collection of. */
    private static void add(ResolvableType type, Set<Class<?>> types) {
        Class<?> found = type.resolve();
        if (found == null) {
            return;
        }
        if (found.isArray()) {
            add(type.getComponentType(), types);
        } else if (!found.isPrimitive() && OTHERS.stream().noneMatch(found.getName()::startsWith)) {
            types.add(found);
        }
        for (ResolvableType generic : type.getGenerics()) {
            add(generic, types);
        }
    }

    private static boolean isFunction(Method method) {
        return isMarked(method, KidaFilter.class.getName())
                || isMarked(method, KidaTest.class.getName())
                || isMarked(method, KidaGlobal.class.getName());
    }

    private static boolean isMarked(AnnotatedElement element, String annotation) {
        return MergedAnnotations.from(element, SearchStrategy.TYPE_HIERARCHY).isPresent(annotation);
    }
}
