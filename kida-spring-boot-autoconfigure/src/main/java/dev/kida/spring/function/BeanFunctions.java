package dev.kida.spring.function;

import dev.kida.KidaEngineBuilder;
import dev.kida.value.TemplateFunction;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.convert.ConversionService;
import org.springframework.util.ClassUtils;

/**
 * Finds what beans offer to templates, before the engine is built: methods marked {@link KidaFilter}, {@link KidaTest} or
 * {@link KidaGlobal}, beans marked {@link KidaGlobal}, and beans that are {@link TemplateFunction}s, which are globals unless
 * they are marked as something else. A bean with marked methods is not created before a template calls one of them.
 */
public final class BeanFunctions {

    private final ConfigurableListableBeanFactory beans;
    private final ConversionService conversion;
    private final ParameterNameDiscoverer parameterNames = new DefaultParameterNameDiscoverer();
    private final Map<String, String> owners = new HashMap<>();

    /**
     * @param beans the beans of the application
     * @param conversion converts arguments to what the methods take
     */
    public BeanFunctions(ConfigurableListableBeanFactory beans, ConversionService conversion) {
        this.beans = beans;
        this.conversion = conversion;
    }

    /**
     * Adds what there is to an engine.
     *
     * @throws IllegalStateException when two beans offer different things by one name
     */
    public void addTo(KidaEngineBuilder builder) {
        for (String bean : beans.getBeanDefinitionNames()) {
            Class<?> type = ScopedProxyUtils.isScopedTarget(bean) ? null : type(bean);
            if (type != null && !type.getName().startsWith("org.springframework.")) {
                addBean(bean, type, builder);
                addMethods(bean, type, builder);
            }
        }
    }

    private @Nullable Class<?> type(String bean) {
        try {
            return AutoProxyUtils.determineTargetClass(beans, bean);
        } catch (RuntimeException notKnownYet) {
            return null;
        }
    }

    private void addBean(String bean, Class<?> type, KidaEngineBuilder builder) {
        boolean function = TemplateFunction.class.isAssignableFrom(type);
        KidaGlobal global = beans.findAnnotationOnBean(bean, KidaGlobal.class, false);
        KidaFilter filter = function ? beans.findAnnotationOnBean(bean, KidaFilter.class, false) : null;
        KidaTest test = function ? beans.findAnnotationOnBean(bean, KidaTest.class, false) : null;
        if (filter != null) {
            TemplateFunction found = beans.getBean(bean, TemplateFunction.class);
            builder.filter(own("filter", name(filter.value(), found.name()), bean), found);
        }
        if (test != null) {
            TemplateFunction found = beans.getBean(bean, TemplateFunction.class);
            builder.test(own("test", name(test.value(), found.name()), bean), found);
        }
        if (global != null || (function && filter == null && test == null)) {
            Object found = beans.getBean(bean);
            String dflt = found instanceof TemplateFunction named ? named.name() : bean;
            builder.global(own("global", name(global == null ? "" : global.value(), dflt), bean), found);
        }
    }

    private void addMethods(String bean, Class<?> type, KidaEngineBuilder builder) {
        Class<?> user = ClassUtils.getUserClass(type);
        marked(user, KidaFilter.class).forEach((method, mark) -> {
            String name = own("filter", name(mark.value(), method.getName()), bean + "." + method.getName());
            builder.filter(name, function(name, method, bean));
        });
        marked(user, KidaTest.class).forEach((method, mark) -> {
            String name = own("test", name(mark.value(), method.getName()), bean + "." + method.getName());
            builder.test(name, function(name, method, bean));
        });
        marked(user, KidaGlobal.class).forEach((method, mark) -> {
            String name = own("global", name(mark.value(), method.getName()), bean + "." + method.getName());
            builder.global(name, function(name, method, bean));
        });
    }

    /** The marked methods that are no bean methods; those make beans, which were looked at before. */
    private static <A extends Annotation> Map<Method, A> marked(Class<?> type, Class<A> mark) {
        if (!AnnotationUtils.isCandidateClass(type, mark)) {
            return Map.of();
        }
        return MethodIntrospector.selectMethods(type, (MethodIntrospector.MetadataLookup<A>)
                method -> AnnotatedElementUtils.hasAnnotation(method, Bean.class)
                        ? null
                        : AnnotatedElementUtils.findMergedAnnotation(method, mark));
    }

    private TemplateFunction function(String name, Method method, String bean) {
        return new MethodFunction(name, method, () -> beans.getBean(bean), conversion, parameterNames);
    }

    private static String name(String given, String otherwise) {
        return given.isEmpty() ? otherwise : given;
    }

    private String own(String kind, String name, String owner) {
        String other = owners.put(kind + " " + name, owner);
        if (other != null) {
            throw new IllegalStateException(
                    "The " + kind + " '" + name + "' of templates is declared twice: by " + other + " and by " + owner);
        }
        return name;
    }
}
